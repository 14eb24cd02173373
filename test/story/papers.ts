import { disclosureItemCodes } from '../../shared/domain/disclosure-items.ts'
import { corporateNumber } from './cast.ts'

/** A contract that an invented SME signed on paper, as the implementing entity attests it. */
export const paperFor = (
  { run, name, number }: { readonly run: string; readonly name: string; readonly number: string },
  {
    serviceId,
    signedOn,
    resellerId,
  }: { readonly serviceId: string; readonly signedOn: string; readonly resellerId?: string },
) => ({
  ...(resellerId ? { resellerId } : {}),
  sme: {
    name,
    corporateNumber: corporateNumber(`${number}${run.padStart(11, '0')}`),
    prefecture: '長野県',
    employees: 6,
    industry: '建設業',
    noticeContact: { mail: `paper.${number}.${run}@sme.example.jp`, phone: '090-0000-2000' },
  },
  terms: {
    serviceId,
    initialFeeParts: [{ what: '初期費用', exTaxYen: 50_000 }],
    monthlyFeeExTaxYen: 9_800,
    terminals: 0,
    startOn: signedOn,
    termMonths: 24,
  },
  signedOn,
  explanation: { method: 'written', on: signedOn, by: { name: '営業 三郎' }, items: disclosureItemCodes },
  remoteSupportConsent: true,
  attestedBy: { name: '青木 誠', title: '契約管理課' },
})
