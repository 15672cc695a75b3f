package message

// Messages of the command line: what each command is for.
const (
	RootShort       Key = "cmd.root"
	RootLong        Key = "cmd.root_long"
	IndexShort      Key = "cmd.index"
	IndexLong       Key = "cmd.index_long"
	RemoveShort     Key = "cmd.remove"
	RemoveLong      Key = "cmd.remove_long"
	SearchShort     Key = "cmd.search"
	SearchLong      Key = "cmd.search_long"
	ShowShort       Key = "cmd.show"
	ShowLong        Key = "cmd.show_long"
	DirectivesShort Key = "cmd.directives"
	DirectivesLong  Key = "cmd.directives_long"
	ServeShort      Key = "cmd.serve"
	ServeLong       Key = "cmd.serve_long"
	DemoShort       Key = "cmd.demo"
	DemoLong        Key = "cmd.demo_long"
	ExtractShort    Key = "cmd.extract"
	ExtractLong     Key = "cmd.extract_long"
	AnalyzeShort    Key = "cmd.analyze"
	AnalyzeLong     Key = "cmd.analyze_long"
	EvalShort       Key = "cmd.eval"
	RelevanceShort  Key = "cmd.relevance"
	RelevanceLong   Key = "cmd.relevance_long"

	EvalExtractShort Key = "cmd.eval_extract"
	EvalExtractLong  Key = "cmd.eval_extract_long"

	VerifyShort  Key = "cmd.verify"
	VerifyLong   Key = "cmd.verify_long"
	VersionShort Key = "cmd.version"
)

// Messages of the help that every command prints.
const (
	HelpUsage       Key = "help.usage"
	HelpCommands    Key = "help.commands"
	HelpFlags       Key = "help.flags"
	HelpGlobalFlags Key = "help.global_flags"
	HelpMore        Key = "help.more" // command
	HelpShort       Key = "help.short"
	HelpFlag        Key = "help.flag"
	CompletionShort Key = "help.completion"
	CompletionLong  Key = "help.completion_long"
	ErrorArgs       Key = "error.args"    // usage line
	ErrorCommand    Key = "error.command" // command as typed
	ErrorShell      Key = "error.shell"   // shell as typed
)

// Messages of the command line: what each flag is for.
const (
	FlagLang        Key = "flag.lang"
	FlagIndex       Key = "flag.index"
	FlagJSON        Key = "flag.json"
	FlagPrune       Key = "flag.prune"
	FlagMaxDocument Key = "flag.max_document"
	FlagProvince    Key = "flag.province"
	FlagProvinceNow Key = "flag.province_now"
	FlagDirective   Key = "flag.directive"
	FlagYear        Key = "flag.year"
	FlagLevel       Key = "flag.level"
	FlagKind        Key = "flag.kind"
	FlagSite        Key = "flag.site"
	FlagFrom        Key = "flag.from"
	FlagTo          Key = "flag.to"
	FlagLimit       Key = "flag.limit"
	FlagOffset      Key = "flag.offset"
	FlagSort        Key = "flag.sort"
	FlagLiteral     Key = "flag.literal"
	FlagFacets      Key = "flag.facets"
	FlagCursor      Key = "flag.cursor"
	FlagExplain     Key = "flag.explain"
	FlagCSV         Key = "flag.csv"
	FlagTimeout     Key = "flag.timeout"
	FlagQuery       Key = "flag.query"
	FlagAddr        Key = "flag.addr"
	FlagHost        Key = "flag.host"
	FlagOpen        Key = "flag.open"
	FlagAnalyzer    Key = "flag.analyzer"
	FlagCorpus      Key = "flag.corpus"
	FlagQueries     Key = "flag.queries"
	FlagStrip       Key = "flag.strip"
	FlagNoTitle     Key = "flag.no_title"
	FlagDocuments   Key = "flag.documents"
	FlagHalf        Key = "flag.half"
	FlagAgainst     Key = "flag.against"
	FlagSave        Key = "flag.save"
	FlagYAML        Key = "flag.yaml"
)

// Messages of the command line: what a command says.
const (
	IndexDone        Key = "say.index_done"     // added, updated, removed, unchanged, documents now
	IndexRebuilt     Key = "say.index_rebuilt"  // index folder
	IndexFailed      Key = "say.index_failed"   // files
	IndexCut         Key = "say.index_cut"      // documents, most distinct words of one
	IndexProgress    Key = "say.index_progress" // documents read, path
	RemoveDone       Key = "say.remove_done"    // removed, documents now
	RemoveMissing    Key = "say.remove_missing" // id or path
	SearchFound      Key = "say.found"          // found, shown, milliseconds
	SearchNothing    Key = "say.nothing"
	SearchLiteral    Key = "say.literal"
	SearchMore       Key = "say.more"      // documents left, next offset as a string
	SearchScore      Key = "say.score"     // the score, as a string
	SearchTableCut   Key = "say.table_cut" // rows, found
	SearchTableLate  Key = "say.search_table_late"
	PlaceThenNow     Key = "say.place"      // province, province now
	AndMore          Key = "say.and_more"   // number
	FacetMore        Key = "say.facet_more" // values of a facet that are not listed
	ShowReferences   Key = "say.references"
	ShowNoise        Key = "say.noise"
	ShowFile         Key = "say.file"
	SidecarHead      Key = "say.sidecar" // path of the document
	ShowRatios       Key = "say.ratios"
	ShowRatio        Key = "say.ratio"            // quotient as written, its value in percent, percentage as written
	DirectivesSpan   Key = "say.directives_span"  // first and last date
	ServeReady       Key = "say.serve"            // documents, address
	ServeNoBrowser   Key = "say.serve_no_browser" // cause
	ServeRefreshed   Key = "say.serve_refreshed"  // documents
	ServeStale       Key = "say.serve_stale"      // cause
	DemoReports      Key = "say.demo"             // folder
	RelevanceQueries Key = "say.relevance"        // queries
	EvalDocuments    Key = "say.eval_documents"   // documents
	EvalHeader       Key = "say.eval_header"      // heads of the columns
	EvalKind         Key = "say.eval_kind"        // kind, found, labels
	EvalGains        Key = "say.eval_gains"       // number
	EvalLosses       Key = "say.eval_losses"      // number
	EvalSame         Key = "say.eval_same"        // queries answered as before, queries of one run only
	EvalGold         Key = "say.eval_gold"
	VerifyFine       Key = "say.verify_fine"   // generation, documents, files
	VerifyBroken     Key = "say.verify_broken" // problems, index folder
)

// Messages of the command line: what was wrong and what to do.
const (
	ErrorStopped    Key = "error.stopped"
	ErrorYear       Key = "error.year"
	ErrorDate       Key = "error.date"
	ErrorLimit      Key = "error.limit"
	ErrorOffset     Key = "error.offset"
	ErrorTimeout    Key = "error.timeout"
	ErrorSort       Key = "error.sort"
	ErrorCursor     Key = "error.cursor"
	ErrorTogether   Key = "error.together" // two flags
	ErrorAnalyzer   Key = "error.analyzer"
	ErrorNoQueries  Key = "error.no_queries"
	ErrorNoLabels   Key = "error.no_labels"
	ErrorDocuments  Key = "error.documents"
	ErrorUnlabelled Key = "error.unlabelled"
	ErrorAddr       Key = "error.addr"      // address, cause
	ErrorNoIndex    Key = "error.no_index"  // index folder
	ErrorStale      Key = "error.stale"     // index folder
	ErrorDamaged    Key = "error.damaged"   // index folder, cause
	ErrorLocked     Key = "error.locked"    // index folder
	ErrorOccupied   Key = "error.occupied"  // index folder
	ErrorDiskFull   Key = "error.disk_full" // index folder
	ErrorNoRight    Key = "error.no_right"  // index folder, cause
	ErrorMissing    Key = "error.missing"   // id
	ErrorDuplicate  Key = "error.duplicate" // id, path of the first
)

var commandEntries = map[Key]entry{
	RootShort:        {vi: "Tìm trong các báo cáo thực hiện chỉ thị, nghị quyết, kết luận", en: "Search the reports on carrying out directives, resolutions and conclusions"},
	RootLong:         {vi: "Soi tìm trong các báo cáo thực hiện chỉ thị, nghị quyết, kết luận.\n\nBắt đầu: soi demo (thử với báo cáo mẫu), hoặc soi index THƯ_MỤC rồi soi serve.", en: "Soi searches the reports on carrying out directives, resolutions and\nconclusions.\n\nTo begin: soi demo (try it on sample reports), or soi index FOLDER, then soi serve."},
	IndexShort:       {vi: "Đưa tệp và thư mục vào chỉ mục", en: "Put files and folders into the index"},
	IndexLong:        {vi: "Đọc tệp .txt, .html, .jsonl (cả .gz) và mọi thư mục con vào chỉ mục. Tệp không đổi\nthì bỏ qua; tệp hỏng thì báo tên và lý do rồi đọc tiếp.\n\nMã thoát: 0 đọc được hết, 3 có tệp không đọc được, 2 lỗi.", en: "Read .txt, .html and .jsonl files (.gz too) and all folders below into the index.\nUnchanged files are skipped; bad files are named with the reason, and the run goes on.\n\nExit codes: 0 all read, 3 some files could not be read, 2 error."},
	RemoveShort:      {vi: "Gỡ tài liệu khỏi chỉ mục", en: "Remove documents from the index"},
	RemoveLong:       {vi: "Gỡ tài liệu theo mã, hoặc mọi tài liệu của một tệp. Tệp trên đĩa không bị đụng đến.", en: "Remove documents by id, or all documents of a file. Files on disk are left alone."},
	SearchShort:      {vi: "Tìm trong chỉ mục", en: "Search the index"},
	SearchLong:       {vi: "Gõ có dấu hay không dấu đều được: tu soi tu sua, \"tự soi, tự sửa\", 21-KL/TW,\ntham nhũng -đất, tỉnh:\"Bắc Giang\" năm:2021..2023. Mọi cách gõ: soi help query\n\nMã thoát: 0 có kết quả, 1 không có, 2 lỗi, 3 hết thời gian nên kết quả chưa đầy đủ.", en: "Words may be typed with or without marks: tu soi tu sua, \"tự soi, tự sửa\",\n21-KL/TW, tham nhũng -đất, province:\"Bắc Giang\" year:2021..2023. All about queries: soi help query\n\nExit codes: 0 found, 1 nothing found, 2 error, 3 time ran out and the results are not complete."},
	ShowShort:        {vi: "Xem một tài liệu: thông tin, căn cứ, văn bản dẫn, nội dung", en: "Show one document: values, evidence, references, text"},
	ShowLong:         {vi: "Xem một tài liệu theo mã mà soi search in ra.", en: "Show one document by the id that soi search prints."},
	DirectivesShort:  {vi: "Liệt kê văn bản được các tài liệu nhắc đến", en: "List the directives that the documents refer to"},
	DirectivesLong:   {vi: "Mỗi dòng một văn bản: số tài liệu nhắc đến, số hiệu, loại, ngày, khoảng thời gian.", en: "A line a directive: documents that refer to it, code, type, date, time span."},
	ServeShort:       {vi: "Mở trang tìm kiếm trên máy này", en: "Serve the search page on this machine"},
	ServeLong:        {vi: "Mở trang tìm kiếm. Chỉ đọc, chỉ nghe trên máy này trừ khi có --addr khác; chỉ mục\nmới được dùng ngay, không phải khởi động lại.", en: "Serve the search page. Read-only, on this machine alone unless --addr says otherwise;\na new index is taken up at once, without a restart."},
	DemoShort:        {vi: "Thử Soi với các báo cáo mẫu", en: "Try Soi on sample reports"},
	DemoLong:         {vi: "Đưa các báo cáo mẫu vào một chỉ mục tạm rồi mở trang tìm kiếm.", en: "Put the sample reports into a temporary index and serve the search page."},
	ExtractShort:     {vi: "Xem Soi đọc được gì từ tệp, không cần chỉ mục", en: "Show what Soi reads from files, without an index"},
	ExtractLong:      {vi: "In tiêu đề, ngày, địa phương, cấp kèm căn cứ, và các văn bản được dẫn.", en: "Print title, date, place and level with the evidence, and the references."},
	AnalyzeShort:     {vi: "Xem văn bản được tách thành từ thế nào", en: "Show how a text is taken apart into tokens"},
	AnalyzeLong:      {vi: "Mỗi dòng một từ: vị trí, từ như chỉ mục giữ (chữ của số hiệu có dấu / ở trước), loại, khoảng byte trong văn bản.", en: "A line a token: position, term as an index holds it (letters of a code behind a /), kind, range of bytes in the text."},
	EvalShort:        {vi: "Đo chất lượng", en: "Measure quality"},
	RelevanceShort:   {vi: "Đo chất lượng xếp hạng", en: "Measure the quality of ranking"},
	RelevanceLong:    {vi: "Đưa kho vào một chỉ mục tạm, tìm từng câu hỏi đã có đáp án, in nDCG@10, MRR@10,\nrecall@10.", en: "Put a corpus into a temporary index, search it for every judged query, and print\nnDCG@10, MRR@10 and recall@10."},
	EvalExtractShort: {vi: "Đo chất lượng đọc tài liệu", en: "Measure the quality of extraction"},
	EvalExtractLong:  {vi: "Đọc các tài liệu đã gán nhãn như soi index rồi so với nhãn: độ chính xác, độ đầy đủ, F1,\nsố lần bỏ trống, theo từng trường; văn bản dẫn khớp khi chồng lên nhãn và cùng số hiệu.\n\nTệp nhãn: mỗi dòng có file hoặc id, các giá trị, và directives, references hoặc codes.", en: "Read the labelled documents as soi index does and compare with the labels: precision,\nrecall, F1 and abstentions by field; a reference is right where it overlaps a label of\nits code.\n\nLabels: a line has file or id, values, and directives, references or codes."},
	VerifyShort:      {vi: "Kiểm tra chỉ mục có nguyên vẹn không", en: "Check that the index is whole"},
	VerifyLong:       {vi: "Đọc lại mọi tệp của chỉ mục và đối chiếu với bản kê.\n\nMã thoát: 0 nguyên vẹn, 1 có chỗ hỏng, 2 lỗi.", en: "Read every file of the index again and compare it with the manifest.\n\nExit codes: 0 whole, 1 something is broken, 2 error."},
	VersionShort:     {vi: "In phiên bản", en: "Print the version"},

	HelpUsage:       {vi: "Cách dùng", en: "Usage"},
	HelpCommands:    {vi: "Các lệnh", en: "Commands"},
	HelpFlags:       {vi: "Tùy chọn", en: "Flags"},
	HelpGlobalFlags: {vi: "Tùy chọn của mọi lệnh", en: "Flags of every command"},
	HelpMore:        {vi: "Xem thêm về một lệnh: %s LỆNH --help", en: "More about a command: %s COMMAND --help"},
	HelpShort:       {vi: "Hướng dẫn về một lệnh", en: "Help about a command"},
	HelpFlag:        {vi: "in hướng dẫn", en: "print this help"},
	CompletionShort: {vi: "In kịch bản tự điền lệnh cho bash, zsh, fish hoặc powershell", en: "Print the completion script for bash, zsh, fish or powershell"},
	CompletionLong:  {vi: "Ví dụ: source <(soi completion bash)", en: "For example: source <(soi completion bash)"},
	ErrorArgs:       {vi: "thiếu hoặc thừa tham số; cách dùng: %s", en: "too few or too many arguments; usage: %s"},
	ErrorCommand:    {vi: "không có lệnh %q; xem các lệnh bằng: soi help", en: "no command %q; list them with: soi help"},
	ErrorShell:      {vi: "không biết %q; chọn bash, zsh, fish hoặc powershell", en: "unknown shell %q; choose bash, zsh, fish or powershell"},

	FlagLang:        {vi: "ngôn ngữ: vi hoặc en (hoặc biến SOI_LANG)", en: "language: vi or en (or the variable SOI_LANG)"},
	FlagIndex:       {vi: "thư mục chỉ mục (hoặc biến SOI_INDEX)", en: "index folder (or the variable SOI_INDEX)"},
	FlagJSON:        {vi: "in JSON", en: "print JSON"},
	FlagPrune:       {vi: "gỡ tài liệu mà tệp không còn dưới các đường dẫn đã cho", en: "remove documents whose files are gone from below the paths given"},
	FlagMaxDocument: {vi: "cỡ lớn nhất của văn bản một tài liệu", en: "largest text of one document"},
	FlagProvince:    {vi: "tỉnh theo lúc báo cáo; lặp lại được", en: "province as of the report; may be repeated"},
	FlagProvinceNow: {vi: "tỉnh từ 1/7/2025; lặp lại được", en: "province since 1 July 2025; may be repeated"},
	FlagDirective:   {vi: "số hiệu văn bản, gõ cách nào cũng được; lặp lại được", en: "code of a directive in any spelling; may be repeated"},
	FlagYear:        {vi: "năm 2022 hoặc khoảng 2021..2023; lặp lại được", en: "year 2022 or range 2021..2023; may be repeated"},
	FlagLevel:       {vi: "cấp: trung_uong, tinh, huyen, xa, khac; lặp lại được", en: "level: trung_uong, tinh, huyen, xa, khac; may be repeated"},
	FlagKind:        {vi: "loại: bao_cao, tin, van_ban, khac; lặp lại được", en: "kind: bao_cao, tin, van_ban, khac; may be repeated"},
	FlagSite:        {vi: "tên miền của trang đăng; lặp lại được", en: "host of the site; may be repeated"},
	FlagFrom:        {vi: "từ ngày (2021-10-25)", en: "from date (2021-10-25)"},
	FlagTo:          {vi: "đến ngày (2022-12-31)", en: "to date (2022-12-31)"},
	FlagLimit:       {vi: "số kết quả in ra, 1 đến %d", en: "hits to print, 1 to %d"},
	FlagOffset:      {vi: "bỏ qua bấy nhiêu kết quả đầu, đến %d", en: "hits to skip, up to %d"},
	FlagSort:        {vi: "thứ tự: score, newest, oldest", en: "order: score, newest, oldest"},
	FlagLiteral:     {vi: "tìm đúng như gõ, không nới điều kiện", en: "search for the words as typed, relax nothing"},
	FlagExplain:     {vi: "nói vì sao có từng kết quả", en: "say of each result why it is there"},
	FlagCursor:      {vi: "trang tiếp theo: giá trị next mà --json in ra", en: "the page that follows: the value next that --json prints"},
	FlagTimeout:     {vi: "thời gian tối đa cho một lần tìm, như 500ms, 30s; 0: không giới hạn", en: "most time a search may take, such as 500ms or 30s; 0: no limit"},
	FlagCSV:         {vi: "in bảng CSV gồm mọi kết quả, nhiều nhất 100.000 dòng", en: "print all results as CSV, at most 100,000 rows"},
	FlagFacets:      {vi: "in số tài liệu theo tỉnh, văn bản, năm, cấp", en: "print counts by province, directive, year and level"},
	FlagQuery:       {vi: "đánh dấu chỗ khớp với câu tìm này", en: "mark what matches this query"},
	FlagAddr:        {vi: "địa chỉ nghe", en: "address to listen on"},
	FlagHost:        {vi: "tên máy khác được trả lời; lặp lại được", en: "another host name to answer; may be repeated"},
	FlagOpen:        {vi: "mở trình duyệt", en: "open the browser"},
	FlagAnalyzer:    {vi: "bộ tách từ: vi, vi_toneless, vi_folded", en: "analyzer: vi, vi_toneless, vi_folded"},
	FlagCorpus:      {vi: "tệp JSONL các tài liệu (cả .gz)", en: "JSONL file of documents (.gz too)"},
	FlagQueries:     {vi: "tệp JSONL các câu hỏi có đáp án (cả .gz)", en: "JSONL file of judged queries (.gz too)"},
	FlagStrip:       {vi: "gõ câu hỏi không dấu", en: "take the marks off the queries"},
	FlagNoTitle:     {vi: "không tìm trong tiêu đề", en: "leave titles out of matching"},
	FlagDocuments:   {vi: "thư mục các tệp, hoặc tệp JSONL các bản ghi, đã gán nhãn", en: "folder of the files, or JSONL file of the records, that are labelled"},
	FlagHalf:        {vi: "chỉ các nhãn của nửa này: dev hoặc held", en: "only the labels of this half: dev or held"},
	FlagAgainst:     {vi: "so với lần chạy đã lưu ở tệp này", en: "compare with the run stored in this file"},
	FlagYAML:        {vi: "in tệp đi kèm (TÊN.soi.yaml) để sửa các giá trị", en: "write a sidecar (NAME.soi.yaml) for mending the values"},
	FlagSave:        {vi: "lưu lần chạy này vào tệp", en: "store this run in a file"},

	IndexDone: {vi: "Thêm %[1]d, cập nhật %[2]d, gỡ %[3]d, không đổi %[4]d; chỉ mục có %[5]d tài liệu.", en: "Added %[1]d, updated %[2]d, removed %[3]d, unchanged %[4]d; the index holds %[5]d documents.",
		one: "Added %[1]d, updated %[2]d, removed %[3]d, unchanged %[4]d; the index holds %[5]d document.", by: 5},
	IndexRebuilt: {vi: "%s do phiên bản khác của Soi tạo nên đã được làm lại từ đầu; tệp nào nằm ngoài các đường dẫn vừa cho thì phải đưa vào lại.", en: "%s was made by another version of Soi and has been made anew; files outside of the paths just given must be indexed again."},
	IndexFailed:  {vi: "Có %d tệp hoặc dòng không đọc được, đã nêu ở trên; phần còn lại đã vào chỉ mục.", en: "%d files or lines could not be read, as named above; the rest is in the index.", one: "%d file or line could not be read, as named above; the rest is in the index."},
	IndexCut: {vi: "Có %[1]d tài liệu có hơn %[2]d từ khác nhau: mỗi tài liệu chỉ tìm được theo %[2]d từ khác nhau đầu tiên; hãy tách thành nhiều tệp nếu muốn tìm theo tất cả.", en: "%[1]d documents have more than %[2]d different words; each can be found by the first %[2]d alone. Split them into several files to find them by all.",
		one: "%[1]d document has more than %[2]d different words and can be found by the first %[2]d alone. Split it into several files to find it by all."},
	IndexProgress:    {vi: "%[1]d tài liệu · %[2]s", en: "%[1]d documents · %[2]s"},
	RemoveDone:       {vi: "Đã gỡ %[1]d tài liệu; chỉ mục còn %[2]d.", en: "Removed %[1]d documents; the index holds %[2]d.", one: "Removed %[1]d document; the index holds %[2]d."},
	RemoveMissing:    {vi: "%s: không có tài liệu nào với mã hay tệp này trong chỉ mục", en: "%s: no document of this id or file in the index"},
	SearchFound:      {vi: "%[1]d tài liệu, hiển thị %[2]d · %[3]d ms", en: "%[1]d documents, %[2]d shown · %[3]d ms", one: "%[1]d document, %[2]d shown · %[3]d ms"},
	SearchNothing:    {vi: "Không có tài liệu nào khớp. Thử bớt từ, xóa dấu ngoặc kép, hoặc bớt điều kiện lọc.", en: "No document matches. Try fewer words, no quotation marks, or fewer filters."},
	SearchLiteral:    {vi: "Muốn tìm đúng như đã gõ: thêm --literal.", en: "To search for what was typed: add --literal."},
	SearchScore:      {vi: "điểm %s", en: "score %s"},
	SearchTableLate:  {vi: "Hết thời gian: bảng chưa đầy đủ. Cho thêm thời gian bằng --timeout, hoặc thu hẹp câu tìm.", en: "Time ran out: the table is not complete. Allow more with --timeout, or narrow the search."},
	SearchTableCut:   {vi: "Bảng chỉ có %[1]d dòng đầu của %[2]d tài liệu; hãy thu hẹp câu tìm.", en: "The table holds only the first %[1]d of %[2]d documents; please narrow the search.", one: "The table holds only the first of %[2]d documents; please narrow the search."},
	SearchMore:       {vi: "Còn %[1]d tài liệu nữa: thêm --offset %[2]s", en: "%[1]d more documents: add --offset %[2]s", one: "%[1]d more document: add --offset %[2]s"},
	PlaceThenNow:     {vi: "%[1]s (nay thuộc %[2]s)", en: "%[1]s (now part of %[2]s)"},
	AndMore:          {vi: "và %d văn bản khác", en: "and %d more"},
	FacetMore:        {vi: "và %d nữa", en: "and %d more"},
	ShowReferences:   {vi: "Văn bản được dẫn", en: "References"},
	ShowNoise:        {vi: "ngoài bài", en: "outside the article"},
	ShowFile:         {vi: "Tệp", en: "File"},
	SidecarHead:      {vi: "Giá trị của %s; lưu cạnh tệp với đuôi .soi.yaml.\nDòng nào bỏ đi thì Soi tự đọc; none nghĩa là không có.", en: "Values of %s; keep beside it with the ending .soi.yaml.\nWhat is left out Soi reads itself; none means that there is none."},
	ShowRatios:       {vi: "Hãy kiểm tra lại", en: "Please check again"},
	ShowRatio:        {vi: "%[1]s tính ra %.2[2]f%%; văn bản ghi %[3]s", en: "%[1]s comes to %.2[2]f%%; the text says %[3]s"},
	DirectivesSpan:   {vi: "%[1]s – %[2]s", en: "%[1]s – %[2]s"},
	ServeReady:       {vi: "%[1]d tài liệu sẵn sàng tại %[2]s  (Ctrl-C để dừng)", en: "%[1]d documents ready at %[2]s  (Ctrl-C to stop)", one: "%[1]d document ready at %[2]s  (Ctrl-C to stop)"},
	ServeNoBrowser:   {vi: "Không mở được trình duyệt (%s); hãy tự mở địa chỉ trên.", en: "The browser did not open (%s); please open the address above."},
	ServeRefreshed:   {vi: "Đã chuyển sang chỉ mục mới: %d tài liệu.", en: "Now answering from the new index: %d documents.", one: "Now answering from the new index: %d document."},
	ServeStale:       {vi: "Chưa dùng được chỉ mục mới, vẫn trả lời từ chỉ mục cũ: %s", en: "The new index cannot be used, still answering from the old one: %s"},
	DemoReports:      {vi: "Báo cáo mẫu do dự án Soi tự viết, nằm ở %s", en: "The sample reports, written for Soi, are in %s"},
	EvalDocuments:    {vi: "%d tài liệu", en: "%d documents", one: "%d document"},
	EvalHeader:       {vi: "trường         nhãn   tìm  đúng trống  thêm   chính xác            đầy đủ               F1", en: "field          gold found right abst.  inv.   precision            recall               F1"},
	EvalKind:         {vi: "loại %[1]s: tìm thấy %[2]d trên %[3]d", en: "kind %[1]s: %[2]d of %[3]d found"},
	EvalGains:        {vi: "Được: %d", en: "Gains: %d"},
	EvalSame:         {vi: "Như cũ: %[1]d; chỉ có ở một lần chạy: %[2]d", en: "As before: %[1]d; in one of the runs only: %[2]d"},
	EvalLosses:       {vi: "Mất: %d", en: "Losses: %d"},
	EvalGold:         {vi: "nhãn", en: "gold"},
	RelevanceQueries: {vi: "%d câu hỏi", en: "%d queries", one: "%d query"},
	VerifyFine:       {vi: "Nguyên vẹn: %[1]s, %[2]d tài liệu, %[3]d tệp.", en: "Whole: %[1]s, %[2]d documents, %[3]d files.", one: "Whole: %[1]s, %[2]d document, %[3]d files.", by: 2},
	VerifyBroken:     {vi: "Có %[1]d chỗ hỏng trong %[2]s; hãy xóa thư mục này rồi chạy: soi index --index %[2]s THƯ_MỤC", en: "%[1]d things are broken in %[2]s; delete the folder, then run: soi index --index %[2]s FOLDER", one: "%[1]d thing is broken in %[2]s; delete the folder, then run: soi index --index %[2]s FOLDER"},

	ErrorStopped:    {vi: "đã dừng theo yêu cầu; chỉ mục giữ nguyên như trước", en: "stopped as asked; the index is as it was before"},
	ErrorYear:       {vi: "viết 2022 hoặc 2021..2023", en: "write 2022 or 2021..2023"},
	ErrorDate:       {vi: "viết ngày dạng 2021-10-25", en: "write the date as 2021-10-25"},
	ErrorLimit:      {vi: "phải từ 1 đến %d", en: "must be 1 to %d"},
	ErrorTimeout:    {vi: "không thể là số âm", en: "cannot be negative"},
	ErrorOffset:     {vi: "phải từ 0 đến %d", en: "must be 0 to %d"},
	ErrorCursor:     {vi: "--cursor không phải là next của câu tìm này", en: "--cursor is no next of this search"},
	ErrorTogether:   {vi: "%[1]s và %[2]s không dùng cùng nhau", en: "%[1]s and %[2]s cannot be used together"},
	ErrorSort:       {vi: "phải là score, newest hoặc oldest", en: "must be score, newest or oldest"},
	ErrorAnalyzer:   {vi: "phải là vi, vi_toneless hoặc vi_folded", en: "must be vi, vi_toneless or vi_folded"},
	ErrorNoQueries:  {vi: "không có câu hỏi nào có đáp án", en: "no query has a relevant document"},
	ErrorNoLabels:   {vi: "không có nhãn nào", en: "no labels"},
	ErrorDocuments:  {vi: "nhãn chỉ có id; hãy cho biết tệp bản ghi bằng --documents", en: "the label has only an id; name the file of records with --documents"},
	ErrorUnlabelled: {vi: "có nhãn mà không có tài liệu; hãy cho biết chỗ của nó bằng --documents", en: "is labelled but not there; say where with --documents"},
	ErrorAddr:       {vi: "không nghe được ở %[1]s (%[2]s); chọn địa chỉ khác bằng --addr 127.0.0.1:0", en: "cannot listen on %[1]s (%[2]s); choose another address with --addr 127.0.0.1:0"},
	ErrorNoIndex:    {vi: "%[1]s: ở đây không có chỉ mục; tạo bằng: soi index --index %[1]s THƯ_MỤC", en: "%[1]s: no index here; make one with: soi index --index %[1]s FOLDER"},
	ErrorStale:      {vi: "%[1]s: chỉ mục này do phiên bản khác của Soi tạo; làm lại bằng: soi index --index %[1]s THƯ_MỤC", en: "%[1]s: another version of Soi made this index; make it again with: soi index --index %[1]s FOLDER"},
	ErrorDamaged:    {vi: "%[1]s: chỉ mục bị hỏng (%[2]s); hãy xóa thư mục này rồi chạy: soi index --index %[1]s THƯ_MỤC", en: "%[1]s: the index is damaged (%[2]s); delete the folder, then run: soi index --index %[1]s FOLDER"},
	ErrorLocked:     {vi: "%[1]s: một lệnh khác đang ghi vào chỉ mục này; đợi lệnh ấy xong rồi chạy lại", en: "%[1]s: another command is writing to this index; wait until it is done, then run this again"},
	ErrorOccupied:   {vi: "%[1]s: ở đây có thứ khác, không phải chỉ mục; hãy chọn một thư mục mới hoặc trống bằng --index", en: "%[1]s: this holds other things, not an index; choose a new or empty folder with --index"},
	ErrorDiskFull:   {vi: "%[1]s: hết chỗ trên đĩa; chỉ mục giữ nguyên như trước; dọn bớt hoặc chọn nơi khác bằng --index", en: "%[1]s: the disk is full; the index is as it was before; make room or choose another place with --index"},
	ErrorNoRight:    {vi: "%[1]s: không có quyền với chỉ mục này (%[2]s); xin quyền hoặc chọn nơi khác bằng --index", en: "%[1]s: no right to use this index (%[2]s); ask for it or choose another place with --index"},
	ErrorMissing:    {vi: "%s: chỉ mục không có tài liệu nào mang mã này; mã đúng nằm dưới mỗi kết quả của soi search", en: "%s: the index has no document of this id; soi search prints the id below each hit"},
	ErrorDuplicate:  {vi: "mã %[1]q đã có ở tài liệu của %[2]s; tài liệu ở đây không được đưa vào", en: "id %[1]q is that of a document of %[2]s; the document here is left out"},
}
