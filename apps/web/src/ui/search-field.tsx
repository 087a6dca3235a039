import { Search, X } from 'lucide-react'
import { SearchField as AriaSearchField, Button, Input } from 'react-aria-components/SearchField'
import styles from './field.module.css'

interface SearchFieldProps {
  label: string
  placeholder: string
  value: string
  onChange: (value: string) => void
}

/** Finds while one types; Escape empties it. */
export function SearchField({ label, placeholder, value, onChange }: SearchFieldProps) {
  return (
    <AriaSearchField aria-label={label} value={value} onChange={onChange} className={styles.searchBox ?? ''}>
      <Search aria-hidden />
      <Input className={`${styles.control} ${styles.search}`} placeholder={placeholder} />
      <Button className={styles.clear ?? ''}>
        <X aria-hidden />
      </Button>
    </AriaSearchField>
  )
}
