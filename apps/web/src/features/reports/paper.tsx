// The document on the screen: the same blocks that the .docx is written from, in the same order and case.
import { Fragment } from 'react'
import { m } from '../../paraglide/messages.js'
import { cx } from '../../ui/cx.ts'
import { AppendixSheet } from './appendix-sheet.tsx'
import { EditableParagraph } from './editable-paragraph.tsx'
import { FigureText } from './figure-text.tsx'
import styles from './paper.module.css'
import type { PaperProps } from './paper-props.ts'
import { type Block, chartAddress, type Report } from './queries.ts'

const COUNTRY = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
const MOTTO = 'Độc lập - Tự do - Hạnh phúc'

export function Paper(props: PaperProps) {
  const { document } = props.report
  return (
    <section className={styles.desk} aria-label={m.ward_report_preview()} lang="vi">
      <div className={styles.box}>
        <div className={styles.sheet}>
          <PaperHead report={props.report} />
          {document.blocks.map((block) => (
            <PaperBlock key={block.key} block={block} {...props} />
          ))}
          <p className={styles.text}>{document.closing}./.</p>
          <PaperFoot report={props.report} />
          {document.appendices.length === 0 && <Proof text={document.proof} />}
        </div>
      </div>
      {document.appendices.map((appendix, index) => (
        <AppendixSheet key={appendix.key} appendix={appendix} attachedTo={document.attachedTo}>
          {index === document.appendices.length - 1 && <Proof text={document.proof} />}
        </AppendixSheet>
      ))}
    </section>
  )
}

/** The head of the plan's journal, in small print. */
function Proof({ text }: { text: string | null }) {
  return text && <p className={styles.proof}>{text}</p>
}

function PaperHead({ report: { document } }: { report: Report }) {
  const { superiorLines, agencyLines, numberLine, placeAndDay, title, abstract, addressees } = document
  return (
    <>
      <div className={styles.head}>
        <div>
          {superiorLines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {agencyLines.map((line) => (
            <p key={line} className={styles.strong}>
              {line}
            </p>
          ))}
          <hr className={styles.short} />
          <p className={styles.blank}>{numberLine}</p>
        </div>
        <div>
          <p className={styles.strong}>{COUNTRY}</p>
          <p className={styles.motto}>{MOTTO}</p>
          <p className={cx(styles.blank, styles.day)}>{placeAndDay}</p>
        </div>
      </div>
      <p className={styles.title}>{title}</p>
      <p className={styles.abstract}>{abstract}</p>
      <hr className={styles.short} />
      {addressees.length === 1 ? (
        <p className={styles.to}>Kính gửi: {addressees[0]}.</p>
      ) : (
        <div className={styles.toMany}>
          <span>Kính gửi:</span>
          <ul>
            {addressees.map((name, index) => (
              <li key={name}>
                - {name}
                {index === addressees.length - 1 ? '.' : ';'}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

const HEADING = { 1: 'h2', 2: 'h3', 3: 'h4' } as const

function PaperBlock({ block, ...props }: PaperProps & { block: Block }) {
  if (block.kind === 'heading') {
    const Heading = HEADING[block.level as 1 | 2 | 3]
    return <Heading className={cx(styles.heading, block.level === 3 && styles.point)}>{block.text}</Heading>
  }
  if (block.kind === 'chart')
    return (
      <figure className={styles.chart}>
        <img src={chartAddress(props.plan, props.report, block.indicator)} alt={block.caption} />
        <figcaption>{block.caption}</figcaption>
      </figure>
    )
  if (props.edit) return <EditableParagraph paragraph={block} {...props} edit={props.edit} />
  return (
    <p className={styles.text}>
      <FigureText
        text={block.text}
        figures={props.report.document.figures}
        shown={props.shownFigure}
        onFigure={props.onFigure}
      />
    </p>
  )
}

function PaperFoot({ report: { document } }: { report: Report }) {
  const { recipients, signatureLines, signer } = document
  return (
    <div className={styles.foot}>
      <div className={styles.recipients}>
        <p>Nơi nhận:</p>
        <ul>
          {recipients.map((name, index) => (
            <li key={name}>
              - {name}
              {index === recipients.length - 1 ? '.' : ';'}
            </li>
          ))}
        </ul>
      </div>
      <div className={styles.signature}>
        {signatureLines.map((line, index) => (
          <Fragment key={line}>
            {index > 0 && <br />}
            {line}
          </Fragment>
        ))}
        <p className={styles.signer}>{signer || m.ward_report_no_signer()}</p>
      </div>
    </div>
  )
}
