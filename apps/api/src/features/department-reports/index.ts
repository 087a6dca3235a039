// What other features may ask of departments' reports.
