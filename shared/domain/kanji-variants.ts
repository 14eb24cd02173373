/**
 * Kanji that people write for one another in names of firms and NFKC leaves apart: old forms (旧字体) and other shapes
 * (異体字) of one character. A group a word, the form it is looked for under first. 斎 and 斉 are two names.
 */
const groups = `
亜亞 悪惡 圧壓 囲圍 医醫 為爲 壱壹 稲稻 飲飮 隠隱 営營 栄榮 衛衞 駅驛 円圓 塩鹽 縁緣 艶艷 応應 欧歐 殴毆 桜櫻 奥奧 横橫 温溫 穏穩 仮假 価價 画畫 会會 絵繪 壊壞 懐懷 概槪 拡擴
殻殼 覚覺 学學 岳嶽 楽樂 勧勸 巻卷 歓歡 缶罐 観觀 間閒 関關 陥陷 館舘 巌巖 顔顏 気氣 帰歸 亀龜⻲ 偽僞 戯戲 犠犧 旧舊 拠據 挙擧 虚虛 峡峽 挟挾 狭狹 郷鄕 暁曉 区區 駆驅驱 勲勳
薫薰 径徑 恵惠 掲揭 渓溪谿 経經 蛍螢 軽輕 継繼 鶏鷄雞 芸藝 撃擊 欠缺 研硏 県縣 倹儉 剣劍劔剱劒 険險 圏圈 検檢 献獻 権權 顕顯 験驗 厳嚴 広廣 効效 恒恆 黄黃⻩ 鉱鑛礦 号號 国國圀
黒黑 済濟 砕碎 斎齋 斉齊⻫ 剤劑 崎﨑嵜 桟棧 参參 惨慘 賛贊 蚕蠶 残殘 糸絲 歯齒⻭ 児兒 辞辭 湿濕 実實 写寫 舎舍 釈釋 寿壽 収收 従從 渋澁 獣獸 縦縱 粛肅 処處 緒緖 叙敍 将將 称稱
渉涉 焼燒 証證 奨奬 条條 状狀 乗乘 浄淨 剰剩 畳疊 縄繩 壌壤 嬢孃 譲讓 醸釀 触觸 嘱囑 寝寢 慎愼 真眞 尽盡 図圖 粋粹 酔醉 随隨 髄髓 枢樞 数數 瀬瀨 声聲 静靜 青靑⻘ 清淸 税稅 窃竊
摂攝 専專 浅淺 戦戰 践踐 銭錢 潜潛 繊纖 禅禪 双雙 壮壯 争爭 荘莊庄 捜搜 挿插 巣巢 曽曾 装裝 総總 騒騷 増增 蔵藏 臓臟 続續 属屬 堕墮 対對 体體 帯帶 滞滯 台臺 滝瀧 択擇 沢澤 担擔
単單 胆膽 団團 弾彈 断斷 痴癡 遅遲 昼晝 虫蟲 鋳鑄 庁廳 聴聽 鎮鎭 逓遞 鉄鐵銕鐡 転轉 点點 伝傳 島嶋嶌 灯燈 当當 党黨 盗盜 闘鬪 徳德 独獨 読讀 届屆 富冨 弐貳 悩惱 脳腦 覇霸 拝拜
廃廢 売賣 麦麥⻨ 発發 髪髮 抜拔 蛮蠻 浜濱濵 秘祕 仏佛 払拂 並竝 辺邊邉 変變 弁辨瓣辯 歩步 宝寶寳 豊豐 峰峯 褒襃 翻飜 毎每 万萬 満滿 麺麵 黙默 野埜 弥彌 訳譯 薬藥 与與 予豫 余餘
誉譽 揺搖 様樣 謡謠 来來 頼賴 乱亂 覧覽 竜龍⻯ 両兩 猟獵 緑綠 塁壘 涙淚 励勵 礼禮 隷隸 霊靈 齢齡 暦曆 歴歷 恋戀 練鍊 炉爐 労勞 郎郞 楼樓 録錄 湾灣 高髙 吉𠮷 桧檜 篭籠 桝枡 梅楳
船舩 煙烟 草艸 橋槗𣘺 蝿蠅 蝋蠟 頬頰 鴎鷗 麹麴 侠俠 掴摑 祷禱 涛濤 桑桒 柳栁桺 村邨 略畧 栗㮚 卓桌 秋穐龝 松枩柗 喜㐂 土圡 凛凜 遥遙 尭堯 槙槇 瑶瑤 穣穰 薮藪 蕊蘂 舗舖 刃刄 丑丒
達逹 翠翆 園薗 熙煕凞 晋晉 裏裡 儘侭 竈竃 諫諌 頸頚 礪砺 蠣蛎 邇迩 靱靭 賤賎 壺壷 檮梼 鹸鹼 麩麸 撹攪 噛嚙 屏屛 并幷 繋繫 填塡 剥剝 叱𠮟 嘘噓 痩瘦 呑吞 鶯鴬 鯵鰺 珍珎 杉杦 畴疇
竪豎 晃晄 芦蘆 西⻄ 長⻑ 鬼⻤ 食⻝ 虎⻁
`

const first: ReadonlyMap<string, string> = new Map(
  groups
    .trim()
    .split(/\s+/)
    .flatMap((group) => {
      const [kept = '', ...others] = group
      return others.map((other): [string, string] => [other, kept])
    }),
)

/** The character a kanji is looked for under: 高 for 髙, and itself where no other is known. */
export const usualShape = (character: string): string => first.get(character) ?? character
