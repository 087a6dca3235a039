import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs'
import styles from './tabs.module.css'

interface TabsProps<Key extends string> {
  label: string
  selected: Key
  onSelect: (key: Key) => void
  tabs: readonly { key: Key; title: string; content: ReactNode }[]
}

/** The selected tab belongs in the URL: the caller keeps it. */
export function Tabs<Key extends string>({ label, selected, onSelect, tabs }: TabsProps<Key>) {
  return (
    <AriaTabs selectedKey={selected} onSelectionChange={(key) => onSelect(key as Key)}>
      <TabList aria-label={label} className={styles.list ?? ''}>
        {tabs.map((tab) => (
          <Tab key={tab.key} id={tab.key} className={styles.tab ?? ''}>
            {tab.title}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.key} id={tab.key} className={styles.panel ?? ''}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
