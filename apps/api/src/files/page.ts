// The page of an official document (Decree 30/2020/NĐ-CP, annex I), in twips (1/20 pt) and half-points.
import { convertMillimetersToTwip } from 'docx'

export const FONT = 'Times New Roman'
export const PAGE = {
  width: 11_906,
  height: 16_838,
  top: convertMillimetersToTwip(20),
  bottom: convertMillimetersToTwip(20),
  left: convertMillimetersToTwip(30),
  right: convertMillimetersToTwip(15),
  header: convertMillimetersToTwip(10),
} as const
/** Between the margins of an upright page, and of one that lies. */
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right
export const WIDE_TEXT_WIDTH = PAGE.height - PAGE.left - PAGE.right

/** Points. */
export const SIZE = { motto: 13, body: 14, recipients: 12, recipientList: 11, table: 11, proof: 9 } as const
/** 1,27 cm. */
export const INDENT = 720
/** 6 pt. */
export const BETWEEN = 120
/** 1,15 lines. */
export const LINE = 276

export const halfPoints = (points: number) => points * 2
