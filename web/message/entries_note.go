package message

import "soi/index/schema"

var noteEntries = map[Key]entry{
	keyOf("note.", schema.NoteRestored):   {vi: "“%[1]s” gõ không dấu; trước hết hiểu là “%[2]s”.", en: "“%[1]s” was typed without marks; first read as “%[2]s”."},
	RestoredTones:                         {vi: "“%[1]s” gõ thiếu dấu; trước hết hiểu là “%[2]s”.", en: "“%[1]s” was typed without all marks; first read as “%[2]s”."},
	keyOf("note.", schema.NoteKeystrokes): {vi: "“%[1]s” được hiểu theo kiểu gõ Telex hoặc VNI; đã tìm “%[2]s”.", en: "“%[1]s” was read as Telex or VNI keys; searched for “%[2]s”."},
	keyOf("note.", schema.NoteMeant):      {vi: "Có phải “%[1]s” là gõ Telex của “%[2]s”?", en: "Is “%[1]s” typed in Telex for “%[2]s”?"},
	keyOf("note.", schema.NoteRelaxed): {vi: "Không tài liệu nào có đủ các từ; mỗi kết quả thiếu nhiều nhất %d từ.",
		en: "No document has all the words; each result lacks at most %d of them.", one: "No document has all the words; each result lacks at most one of them."},
	keyOf("note.", schema.NoteAnyWord):       {vi: "Câu tìm dài: có một số trong các từ cũng được, khớp nhiều nhất đứng đầu.", en: "A long query: any of its words may match, the best matches first."},
	keyOf("note.", schema.NoteOtherMarks):    {vi: "Không tài liệu nào viết đúng dấu như đã gõ; kết quả viết dấu khác.", en: "No document has the marks as typed; the results have others."},
	keyOf("note.", schema.NoteSyntax):        {vi: "Câu tìm có chỗ viết chưa đúng.", en: "Something in the query was not right."},
	keyOf("note.", schema.NoteTooLong):       {vi: "Câu tìm có %[2]d từ; chỉ %[1]d từ đầu được dùng.", en: "The query has %[2]d words; only the first %[1]d were used.", one: "The query has %[2]d words; only the first was used."},
	keyOf("note.", schema.NoteIdentities):    {vi: "“%[1]s” có thể là: %[2]s.", en: "“%[1]s” can be: %[2]s."},
	keyOf("note.", schema.NoteMerged):        {vi: "%[1]s nay thuộc %[2]s.", en: "%[1]s is now part of %[2]s."},
	keyOf("note.", schema.NoteFilterMended):  {vi: "Điều kiện “%[1]s” được hiểu là “%[2]s”.", en: "The filter “%[1]s” was taken as “%[2]s”."},
	keyOf("note.", schema.NoteFilterDropped): {vi: "Bỏ qua điều kiện “%[1]s”. %[2]s", en: "The filter “%[1]s” was left out. %[2]s"},
	keyOf("note.", schema.NoteAcronym):       {vi: "“%[1]s” là viết tắt của “%[2]s”; đã tìm cả hai.", en: "“%[1]s” is short for “%[2]s”; both were searched for."},
	keyOf("note.", schema.NoteShort):         {vi: "“%[1]s” thường viết tắt là “%[2]s”; đã tìm cả hai.", en: "“%[1]s” is often shortened to “%[2]s”; both were searched for."},
	keyOf("note.", schema.NoteHorn):          {vi: "“%[1]s” được hiểu là “%[2]s”; đã tìm cả hai.", en: "“%[1]s” was taken for “%[2]s”; both were searched for."},
	keyOf("note.", schema.NoteMeanings):      {vi: "“%[1]s” có nhiều nghĩa: %[2]s. Chỉ tìm đúng chữ đã gõ.", en: "“%[1]s” has several meanings: %[2]s. Only what was typed was searched for."},
	keyOf("note.", schema.NotePartial):       {vi: "Hết thời gian (%s): kết quả và số đếm chưa đầy đủ.", en: "Time ran out (%s): results and counts are not complete."},

	"repair.unclosed_quote":  {vi: "Dấu ngoặc kép chưa đóng; đã hiểu cụm từ kéo đến hết câu.", en: "A quotation mark is not closed; the phrase was taken to run to the end."},
	"repair.unclosed_paren":  {vi: "Dấu ngoặc đơn chưa đóng; đã hiểu là đóng ở cuối câu.", en: "A parenthesis is not closed; it was taken to close at the end."},
	"repair.stray_paren":     {vi: "Bỏ qua một dấu đóng ngoặc thừa.", en: "A closing parenthesis too many was left out."},
	"repair.lone_operator":   {vi: "Bỏ qua “%s” vì không có gì để áp dụng.", en: "“%s” was left out: it has nothing to work on."},
	"repair.empty_value":     {vi: "Sau “%s” không có giá trị; đã tìm như một từ.", en: "There is no value behind “%s”; it was searched for as a word."},
	"repair.no_words":        {vi: "Bỏ qua “%s” vì không có chữ nào để tìm.", en: "“%s” was left out: it holds no words."},
	"repair.too_deep":        {vi: "Bỏ qua các dấu ngoặc đơn lồng nhau quá sâu.", en: "Parentheses nested too deeply were left out."},
	"repair.too_many_terms":  {vi: "Câu tìm có quá nhiều từ; bỏ qua từ “%s” trở đi.", en: "The query has too many words; those from “%s” on were left out."},
	"repair.phrase_too_long": {vi: "Cụm từ quá dài; chỉ các từ đầu được tính.", en: "A phrase is too long; only its first words count."},
	"repair.too_far":         {vi: "Khoảng cách “%s” quá lớn; chỉ tính 50 từ.", en: "The distance “%s” is too large; 50 words count."},
	"repair.too_long":        {vi: "Câu tìm quá dài; phần cuối bị bỏ qua.", en: "The query is too long; its end was left out."},
	RepairOther:              {vi: "Đã sửa câu tìm ở chỗ “%s”.", en: "The query was mended at “%s”."},
}
