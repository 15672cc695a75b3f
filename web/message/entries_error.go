package message

import "soi/index/schema"

var errorEntries = map[Key]entry{
	FilterUnknown: {vi: "%[1]s: không có giá trị nào là “%[2]s”.", en: "%[1]s: there is no value “%[2]s”."},
	FilterNear:    {vi: "Có phải là “%s”?", en: "Did you mean “%s”?"},
	keyOf("error.filter.", schema.FieldProvince):    {vi: "Viết tên tỉnh, có dấu hay không: Bắc Giang, bac-giang.", en: "Write the name of a province, with or without marks: Bắc Giang, bac-giang."},
	keyOf("error.filter.", schema.FieldProvinceNow): {vi: "Viết tên tỉnh, có dấu hay không: Bắc Giang, bac-giang.", en: "Write the name of a province, with or without marks: Bắc Giang, bac-giang."},
	keyOf("error.filter.", schema.FieldDirective):   {vi: "Viết số hiệu như 21-KL/TW, hoặc kèm khóa: 21-KL/TW@XIII.", en: "Write the code as 21-KL/TW, or with its term: 21-KL/TW@XIII."},
	keyOf("error.filter.", schema.FieldYear):        {vi: "Viết 2022 hoặc 2021..2023.", en: "Write 2022 or 2021..2023."},
	keyOf("error.filter.", schema.FieldLevel):       {vi: "Các cấp: trung_uong, tinh, huyen, xa, khac.", en: "The levels: trung_uong, tinh, huyen, xa, khac."},
	keyOf("error.filter.", schema.FieldKind):        {vi: "Các loại: bao_cao, tin, van_ban, khac.", en: "The kinds: bao_cao, tin, van_ban, khac."},
	keyOf("error.filter.", schema.FieldPublished):   {vi: "Viết ngày dạng 2021-10-25.", en: "Write the date as 2021-10-25."},

	TryInstead: {vi: "Tìm với “%s”", en: "Search with “%s”"},

	ErrorBadRequest:  {vi: "Địa chỉ này có chỗ chưa đúng", en: "Something in this address is not right"},
	ErrorQueryLong:   {vi: "Câu tìm quá dài: nhiều nhất là %d byte.", en: "The query is too long: at most %d bytes.", one: "The query is too long: at most %d byte."},
	ErrorPage:        {vi: "Chỉ xem được %d kết quả đầu; hãy thu hẹp câu tìm.", en: "Only the first %d results can be seen; please narrow the search.", one: "Only the first result can be seen; please narrow the search."},
	ErrorParameter:   {vi: "Không hiểu %[1]s=“%[2]s”.", en: "Cannot read %[1]s=“%[2]s”."},
	ErrorTooMany:     {vi: "Quá nhiều điều kiện lọc: nhiều nhất là %d giá trị.", en: "Too many filters: at most %d values.", one: "Too many filters: at most one value."},
	ErrorNotFound:    {vi: "Không tìm thấy", en: "Not found"},
	ErrorNoDocument:  {vi: "Kho không có tài liệu này. Có thể nó đã bị gỡ sau lần tìm trước.", en: "The collection does not hold this document. It may have been removed since."},
	ErrorNoPage:      {vi: "Không có trang nào ở địa chỉ này.", en: "There is no page at this address."},
	ErrorMethod:      {vi: "Chỉ để đọc", en: "Read only"},
	ErrorMethodText:  {vi: "Trang này chỉ trả lời yêu cầu đọc (GET và HEAD).", en: "This page only answers requests to read (GET and HEAD)."},
	ErrorInternal:    {vi: "Soi gặp lỗi", en: "Soi ran into an error"},
	ErrorInternalSay: {vi: "Lỗi đã được ghi lại ở nơi chạy Soi. Xin thử lại.", en: "It was recorded where Soi runs. Please try again."},
	ErrorHost:        {vi: "Sai tên máy chủ", en: "Wrong host name"},
	ErrorHostText:    {vi: "Máy chủ này không trả lời dưới tên “%s”.", en: "This server does not answer to the name “%s”."},
	ErrorBusy:        {vi: "Đang bận", en: "Busy"},
	ErrorBusyText:    {vi: "Máy chủ đang xuất các bảng khác. Xin thử lại sau ít phút.", en: "The server is writing other tables. Please try again in a few minutes."},
	ErrorTime:        {vi: "Hết thời gian", en: "Out of time"},
	ErrorTimeText:    {vi: "Câu tìm này cần nhiều thời gian hơn mức cho phép. Hãy thu hẹp nó.", en: "This search takes longer than is allowed. Please narrow it."},
}
