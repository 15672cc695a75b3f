package message

// Messages of the help for the query language, beside those that the start
// page shows too.
const (
	HelpIntro    Key = "help.intro"
	HelpLimits   Key = "help.limits" // words, bytes, words of a phrase
	HelpRepaired Key = "help.repaired"

	HelpTopicWords     Key = "help.topic_words"
	HelpTopicPhrases   Key = "help.topic_phrases"
	HelpTopicOperators Key = "help.topic_operators"
	HelpTopicCodes     Key = "help.topic_codes"
	HelpTopicFields    Key = "help.topic_fields"

	HelpTones      Key = "help.tones"
	HelpSpelling   Key = "help.spelling"
	HelpNear       Key = "help.near"
	HelpParens     Key = "help.parens"
	HelpCodeLoose  Key = "help.code_loose"
	HelpIdentity   Key = "help.identity"
	HelpProvince   Key = "help.province"
	HelpFieldLoose Key = "help.field_loose"
	HelpYear       Key = "help.year"
	HelpYears      Key = "help.years"
	HelpLevel      Key = "help.level"
	HelpNotField   Key = "help.not_field"
	HelpEither     Key = "help.either"
	HelpEnglish    Key = "help.english"
)

var helpEntries = map[Key]entry{
	HelpIntro:    {vi: "Mỗi dòng là một câu tìm dùng được ngay.", en: "Every line is a query that works; try it."},
	HelpLimits:   {vi: "Một câu tìm có nhiều nhất %[1]d từ, %[2]d byte; một cụm từ nhiều nhất %[3]d từ. Đến năm từ thì tài liệu phải có đủ, nếu không tài liệu nào có đủ thì lấy tài liệu có ít nhất một nửa và có báo; từ sáu từ trở lên thì có từ nào cũng được, khớp nhiều nhất đứng đầu.", en: "A query has at most %[1]d words and %[2]d bytes, a phrase at most %[3]d words. Up to five words must all be there; if no document has them all, at least half of them must, and that is said. Of six words and more any may match, the best matches first."},
	HelpRepaired: {vi: "Câu tìm viết chưa đúng không bị từ chối: Soi sửa và báo đã sửa gì.", en: "A query with mistakes is not refused: Soi mends it and says how."},

	HelpTopicWords:     {vi: "Từ", en: "Words"},
	HelpTopicPhrases:   {vi: "Cụm từ", en: "Phrases"},
	HelpTopicOperators: {vi: "Loại trừ, hoặc", en: "Not, or"},
	HelpTopicCodes:     {vi: "Số hiệu văn bản", en: "Codes of directives"},
	HelpTopicFields:    {vi: "Lọc ngay trong câu tìm", en: "Filters within the query"},

	HelpTones:      {vi: "thiếu dấu thanh thì tìm mọi thanh, mũ và móc được tính", en: "without tones every tone matches, while the other marks count"},
	HelpSpelling:   {vi: "hoà cũng là hòa, kỹ cũng là kĩ", en: "hoà is hòa, kỹ is kĩ"},
	HelpNear:       {vi: "các từ ở gần nhau, thứ tự nào cũng được, xen giữa nhiều nhất 2 từ khác", en: "the words near each other, in any order, at most 2 others between them"},
	HelpParens:     {vi: "ngoặc đơn để gộp", en: "parentheses to group"},
	HelpCodeLoose:  {vi: "cách nào cũng là số hiệu ấy", en: "the same code in another spelling"},
	HelpIdentity:   {vi: "chỉ Kết luận 21 của khóa XIII; bỏ @XIII thì mọi khóa", en: "Conclusion 21 of the XIIIth term only; without @XIII of any term"},
	HelpProvince:   {vi: "báo cáo của một tỉnh; tên có dấu cách để trong ngoặc kép", en: "reports from a province; quotes around a name with a space"},
	HelpFieldLoose: {vi: "không dấu cũng được", en: "without marks too"},
	HelpYear:       {vi: "báo cáo của một năm", en: "reports of a year"},
	HelpYears:      {vi: "từ năm này đến năm kia; ..2023 và 2021.. cũng được", en: "from one year to another; ..2023 and 2021.. work too"},
	HelpLevel:      {vi: "cấp: trung ương, tỉnh, huyện, xã, khác", en: "the level: trung ương, tỉnh, huyện, xã, khác"},
	HelpNotField:   {vi: "trừ cấp ấy ra", en: "every level but that"},
	HelpEither:     {vi: "tỉnh này hoặc tỉnh kia", en: "one province or the other"},
	HelpEnglish:    {vi: "tên trường bằng tiếng Anh: province, code, year, level", en: "the fields in English: province, code, year, level"},
}
