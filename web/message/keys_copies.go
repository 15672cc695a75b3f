package message

// What is said of copies of a report, and of reports like one.
const (
	CopiesCount  Key = "copies.count"  // number folded into a hit
	CopiesMore   Key = "copies.more"   // number that is not listed
	CopiesUnfold Key = "copies.unfold" // number folded in all results; link
	CopiesFold   Key = "copies.fold"   // link
	DocCopies    Key = "doc.copies"    // heading
	DocSimilar   Key = "doc.similar"   // heading
	FlagSimilar  Key = "flag.similar"
	SearchFolded Key = "copies.folded" // number folded in all results, in the terminal
	FlagUnfold   Key = "flag.unfold"
)

var copiesEntries = map[Key]entry{
	CopiesCount:  {vi: "+%d bản đăng lại", en: "+%d copies", one: "+%d copy"},
	CopiesMore:   {vi: "và %d bản nữa", en: "and %d more", one: "and %d more"},
	CopiesUnfold: {vi: "Hiện riêng %d bản đăng lại", en: "Show %d copies by themselves", one: "Show %d copy by itself"},
	DocCopies:    {vi: "Bài này còn đăng ở", en: "Also published at"},
	DocSimilar:   {vi: "Báo cáo gần giống", en: "Similar reports"},
	FlagSimilar:  {vi: "nêu các bản đăng lại và những báo cáo gần giống, kèm lý do, thay cho nội dung", en: "list copies and similar reports, with what they have in common, instead of the text"},
	SearchFolded: {vi: "%d bản đăng lại đã gộp vào bài cùng nội dung; hiện riêng: --unfold", en: "%d copies are folded into the same reports; to see them by themselves: --unfold", one: "%d copy is folded into the same report; to see it by itself: --unfold"},
	FlagUnfold:   {vi: "hiện riêng từng bản của cùng một báo cáo, không gộp các bản đăng lại", en: "show each copy of a report by itself instead of folding copies into one result"},
	CopiesFold:   {vi: "Gộp các bản đăng lại", en: "Fold copies of a report"},
}
