/** An account of the special or enterprise kind, and how people speak of it. */
export interface AccountSource {
  /** Without the ending 特別会計 or 会計. */
  base: string;
  spoken: readonly string[];
  english: string | null;
  /** Typical yearly revenue in 百万円 for a city of 50,000. */
  size: number;
  /** Names of two sub-accounts, when the account may be printed in two parts. */
  parts: readonly (readonly [string, string])[];
}

const account = (
  base: string,
  size: number,
  spoken: readonly string[] = [],
  english: string | null = null,
  parts: readonly (readonly [string, string])[] = [],
): AccountSource => ({ base, spoken, english, size, parts });

/** Special accounts; printed as 国民健康保険特別会計. */
export const SPECIAL_ACCOUNTS: readonly AccountSource[] = [
  account('国民健康保険', 6200, ['国保'], 'National Health Insurance', [['事業勘定', '直営診療施設勘定']]),
  account('介護保険', 5100, ['介護'], 'long-term care insurance', [
    ['保険勘定', '介護サービス勘定'],
    ['保険事業勘定', 'サービス事業勘定'],
  ]),
  account('後期高齢者医療', 760, ['後期高齢'], 'late-stage elderly medical care'),
  account('農業集落排水事業', 310, ['農業集落排水']),
  account('公設地方卸売市場', 180, ['卸売市場']),
  account('土地取得事業', 140),
  account('墓園事業', 45, ['墓園']),
  account('駐車場事業', 90, ['駐車場']),
  account('奨学資金貸付', 28, ['奨学資金']),
  account('母子父子寡婦福祉資金', 24),
  account('宅地造成事業', 420, ['宅地造成']),
  account('競輪事業', 8800, ['競輪']),
];

/** Enterprise accounts; printed as 水道事業会計. */
export const ENTERPRISE_ACCOUNTS: readonly AccountSource[] = [
  account('水道事業', 1040, ['水道'], 'water supply'),
  account('下水道事業', 1350, ['下水道', '下水'], 'sewerage'),
  account('病院事業', 5900, ['病院'], 'hospital'),
  account('ガス事業', 980, ['ガス'], 'gas'),
  account('自動車運送事業', 620, ['自動車運送'], null),
  account('介護老人保健施設', 410, [], null),
  account('温泉観光施設', 260, ['温泉観光'], null),
];
