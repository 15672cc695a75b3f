package message

// Messages of files that could not be read, or not in full: what is wrong and
// what to do about it.
const (
	FileTooLarge     Key = "file.too_large"
	FileUnknown      Key = "file.unknown"
	FileNotRegular   Key = "file.not_regular"
	FileLoop         Key = "file.loop"
	FileReplaced     Key = "file.replaced"
	FileSameID       Key = "file.same_id"
	FileBadID        Key = "file.bad_id"
	FileMoreLines    Key = "file.more_lines"
	FileInternal     Key = "file.internal"
	FileEmpty        Key = "file.empty"
	FileBinary       Key = "file.binary"
	FileNotJSON      Key = "file.not_json"
	FileNoText       Key = "file.no_text"
	FileUnknownValue Key = "file.unknown_value"
	FileTooDeep      Key = "file.too_deep"
	FileBomb         Key = "file.bomb"
	FileGzip         Key = "file.gzip"
	FileSidecar      Key = "file.sidecar"
	FileEncoding     Key = "file.encoding"
	FileUnknownKey   Key = "file.unknown_key"
	FileBadValue     Key = "file.bad_value"
	FilePermission   Key = "file.permission"
	FileMissing      Key = "file.missing"
	FileOther        Key = "file.other"
	FileErrorDetail  Key = "file.detail" // message, what the program says of it
)

var fileEntries = map[Key]entry{
	FileTooLarge:     {vi: "quá lớn nên không đọc; nâng mức cho phép bằng --max-document", en: "too large to be read; raise the limit with --max-document"},
	FileUnknown:      {vi: "không rõ loại tệp; Soi đọc .txt, .md, .html, .jsonl, kể cả .gz", en: "unknown kind of file; Soi reads .txt, .md, .html and .jsonl, also as .gz"},
	FileNotRegular:   {vi: "không phải tệp, cũng không phải thư mục", en: "neither a file nor a folder"},
	FileLoop:         {vi: "liên kết này dẫn ngược về thư mục chứa nó nên không đi theo", en: "this link leads back to a folder above it and was not followed"},
	FileReplaced:     {vi: "có chỗ không phải văn bản; tài liệu vẫn được đưa vào, mỗi chỗ hỏng thành \ufffd; lưu lại tệp dạng UTF-8 để sửa", en: "not all of it is text; the document was kept, with \ufffd for each bad place; save the file as UTF-8 to mend it"},
	FileSameID:       {vi: "mã đã có ở một dòng trước trong tệp này; chỉ dòng trước được đưa vào", en: "an earlier line of this file has the same id; that one was kept"},
	FileBadID:        {vi: "mã không hợp lệ; dùng 1 đến 256 chữ, số và dấu", en: "bad id; use 1 to 256 letters, digits and signs"},
	FileMoreLines:    {vi: "còn %d dòng hỏng khác, không nêu từng dòng", en: "%d more lines are bad; they are not named one by one"},
	FileInternal:     {vi: "Soi gặp lỗi của chính mình ở tài liệu này nên bỏ qua; xin báo cho nhóm làm Soi", en: "this document meets a bug in Soi and was left out; please report it"},
	FileEmpty:        {vi: "không có chữ nào", en: "holds no text"},
	FileBinary:       {vi: "có byte 0 nên không phải văn bản; nếu là văn bản, hãy lưu lại dạng UTF-8", en: "holds NUL bytes, so it is no text; if it is, save it as UTF-8"},
	FileNotJSON:      {vi: "không phải một đối tượng JSON; mỗi dòng phải có dạng {\"id\": …, \"title\": …, \"body\": …}", en: "not a JSON object; each line must be {\"id\": …, \"title\": …, \"body\": …}"},
	FileNoText:       {vi: "bản ghi không có body", en: "the record has no body"},
	FileUnknownValue: {vi: "có giá trị Soi không hiểu nên để trống; tài liệu vẫn được đưa vào", en: "a value that Soi does not know was left empty; the document was kept"},
	FileTooDeep:      {vi: "các thẻ lồng nhau quá sâu nên không tách được bài khỏi trang; toàn bộ chữ vẫn được đưa vào", en: "nested too deeply for the article to be told from the page; all of its text was kept"},
	FileBomb:         {vi: "giải nén ra nhiều hơn mọi văn bản thật nên đã dừng", en: "decompresses to more than any text does and was stopped"},
	FileGzip:         {vi: "dữ liệu gzip hỏng; phần đọc được đã đưa vào; hãy tạo hoặc tải lại tệp", en: "the gzip data is broken; what could be read was kept; make or fetch the file again"},
	FileSidecar:      {vi: "không phải YAML dạng “khóa: giá trị”; tài liệu vẫn được đưa vào; viết lại từ mẫu của soi extract --yaml", en: "not YAML of the form “key: value”; the document was kept; start again from what soi extract --yaml writes"},
	FileEncoding:     {vi: "không rõ bảng mã nên bỏ qua các giá trị trong tệp này; tài liệu vẫn được đưa vào; hãy lưu lại tệp dạng UTF-8", en: "in no encoding that Soi reads, so the values in it were left out; the document was kept; save the file as UTF-8"},
	FileUnknownKey:   {vi: "Soi không biết khóa này nên bỏ qua; các khóa có trong soi extract --yaml", en: "Soi does not know this key and left it out; soi extract --yaml writes those there are"},
	FileBadValue:     {vi: "giá trị này không dùng được nên bỏ qua; tài liệu vẫn được đưa vào", en: "this value cannot be used and was left out; the document was kept"},
	FilePermission:   {vi: "không có quyền đọc", en: "no right to read it"},
	FileMissing:      {vi: "không có tệp hay thư mục này; hãy xem lại đường dẫn", en: "no such file or folder; check the path"},
	FileOther:        {vi: "không đọc được", en: "cannot be read"},
	FileErrorDetail:  {vi: "%[1]s (%[2]s)", en: "%[1]s (%[2]s)"},
}
