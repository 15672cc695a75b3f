package message

import "soi/index/schema"

var suggestEntries = map[Key]entry{
	SuggestLabel:                          {vi: "Gợi ý", en: "Suggestions"},
	SuggestCount:                          {vi: "%d gợi ý; dùng mũi tên lên, xuống để chọn", en: "%d suggestions; choose with the up and down arrows", one: "%d suggestion; choose with the up and down arrows"},
	SuggestPlace:                          {vi: "nơi báo cáo · %d tài liệu", en: "place · %d documents", one: "place · %d document"},
	SuggestCited:                          {vi: "được %d tài liệu nhắc đến", en: "in %d documents", one: "in %d document"},
	keyOf("note.", schema.NoteDidYouMean): {vi: "Có phải ý là “%[2]s”?", en: "Did you mean “%[2]s”?"},

	SuggestTitle: {vi: "tiêu đề", en: "title"},

	SuggestShort:     {vi: "Gợi ý cách gõ tiếp câu tìm", en: "Suggest how to go on with a query"},
	SuggestLong:      {vi: "Gợi ý cách gõ tiếp: nơi báo cáo, văn bản chỉ đạo, cụm từ hay gặp và tiêu đề trong kho.\nTừ cuối có thể gõ dở; gõ không dấu cũng được. Mỗi dòng là một câu tìm.", en: "Suggest how to go on: places, directives, frequent phrases and titles of the collection.\nThe last word may be unfinished, and marks may be missing. Each line is a query."},
	FlagSuggestLimit: {vi: "số gợi ý, 1 đến 50", en: "suggestions to print, 1 to 50"},
	ErrorFifty:       {vi: "phải từ 1 đến 50", en: "must be 1 to 50"},
}
