package message

var suggestEntries = map[Key]entry{
	SuggestLabel: {vi: "Gợi ý", en: "Suggestions"},
	SuggestCount: {vi: "%d gợi ý; dùng mũi tên lên, xuống để chọn", en: "%d suggestions; choose with the up and down arrows", one: "%d suggestion; choose with the up and down arrows"},
	SuggestPlace: {vi: "nơi báo cáo · %d tài liệu", en: "place · %d documents", one: "place · %d document"},
	SuggestCited: {vi: "được %d tài liệu nhắc đến", en: "in %d documents", one: "in %d document"},
	SuggestTitle: {vi: "tiêu đề", en: "title"},
}
