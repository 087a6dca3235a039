import { Search, X } from 'lucide-react'
import { SearchField as AriaSearchField, Button, Input } from 'react-aria-components/SearchField'
import styles from './field.module.css'

interface SearchFieldProps {
  label: string
  placeholder: string
  /** Absent inside an Autocomplete, which keeps the words itself. */
  value?: string
  onChange?: (value: string) => void
  autoFocus?: boolean
}

/** Finds while one types; Escape empties it. */
export function SearchField({ label, placeholder, ...props }: SearchFieldProps) {
  return (
    <AriaSearchField {...props} aria-label={label} className={styles.searchBox ?? ''}>
      <Search aria-hidden />
      <Input className={`${styles.control} ${styles.search}`} placeholder={placeholder} />
      <Button className={styles.clear ?? ''}>
        <X aria-hidden />
      </Button>
    </AriaSearchField>
  )
}
