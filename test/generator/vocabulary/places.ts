/** Municipalities that do not exist, by kind. */
export const CITIES = {
  市: ['瑞浜', '早瀬野', '青嶺', '鷺沢', '雲居', '神楽原', '波多瀬', '朝凪', '桜庭', '葦原台', '白瀬川', '星ヶ浦'],
  町: ['花守', '石清', '柏葉', '若鮎', '白鷺', '星見', '緑野原', '松風', '椎ノ木', '藤波'],
  村: ['蛍川', '奥霞', '天狗沢', '笹峰', '雪代', '木霊'],
} as const;

export type CityKind = keyof typeof CITIES;

/** Section names; none is part of another, so that a name in a question means one section. */
export const SECTIONS = [
  '企画調整課', '秘書広聴課', '総務人事課', '財務課', '管財契約課', '課税課', '納税推進課', '{民}窓口課', '生活環境課',
  '脱炭素推進室', '危機管理室', '情報システム課', 'まちづくり協働課', '男女共同参画室', '地域福祉課', '障がい福祉課',
  '長寿支援課', '介護予防課', '国保年金課', '健康増進課', 'こども家庭課', '保育幼稚園課', '子育て世代支援センター', '農政課',
  '林業振興課', '農村整備課', '商工労政課', '観光交流課', '企業立地推進室', '都市整備課', '道路維持課', '公園緑地課',
  '住宅政策課', '建築指導課', '用地課', '企業局経営課', '企業局工務課', '会計室', '議会総務課', '選挙管理委員会事務局',
  '監査事務局', '農業委員会事務局', '教育総務課', '学校教育課', '社会教育課', '文化財保護課', 'スポーツ振興課', '中央図書館',
  '歴史資料館', '学校給食共同調理場', 'ひばり保育園', 'わかば保育園', 'クリーンセンター', '北部浄化センター', '消防本部警防課',
  '移住定住推進室', '公共建築室', '法務文書室', '行政改革推進室', '人権推進室',
] as const;

/** Charts and tables whose pictures were lost: only their caption is in the text. */
export const CAPTIONS = [
  { text: '県内{n}市町村 財政力指数', word: '財政力指数', english: 'financial capability index' },
  { text: '{city} 経常収支比率の推移', word: '経常収支比率', english: 'ordinary balance ratio' },
  { text: '{city} {市}民税徴収率の推移', word: '{市}民税徴収率', english: 'residents’ tax collection rate' },
  { text: '実質公債費比率の推移', word: '実質公債費比率', english: 'real debt service ratio' },
  { text: '県内{n}市町村 将来負担比率', word: '将来負担比率', english: 'future burden ratio' },
  { text: '{city} ラスパイレス指数の推移', word: 'ラスパイレス指数', english: 'Laspeyres index' },
  { text: '人件費比率の推移', word: '人件費比率', english: 'personnel cost ratio' },
] as const;

/** Captions of the chapter on staff. */
export const STAFF_CAPTIONS = [
  '{city} 職員数の推移',
  '{city} 時間外勤務時間の推移',
  '職場ごとの有給休暇取得率の推移①',
  '職場ごとの有給休暇取得率の推移②',
] as const;
