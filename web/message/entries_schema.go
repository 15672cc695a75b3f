package message

import "soi/index/schema"

// keyOf is the key of a value of package schema.
func keyOf[T ~string](prefix string, value T) Key { return Key(prefix + string(value)) }

var schemaEntries = map[Key]entry{
	keyOf("field.", schema.FieldTitle):       {vi: "Tiêu đề", en: "Title"},
	keyOf("field.", schema.FieldPublished):   {vi: "Ngày đăng", en: "Published"},
	keyOf("field.", schema.FieldYear):        {vi: "Năm", en: "Year"},
	keyOf("field.", schema.FieldProvince):    {vi: "Tỉnh, thành phố", en: "Province"},
	keyOf("field.", schema.FieldProvinceNow): {vi: "Tỉnh, thành phố hiện nay", en: "Province today"},
	keyOf("field.", schema.FieldDistrict):    {vi: "Huyện, quận", en: "District"},
	keyOf("field.", schema.FieldCommune):     {vi: "Xã, phường", en: "Commune"},
	keyOf("field.", schema.FieldLevel):       {vi: "Cấp", en: "Level"},
	keyOf("field.", schema.FieldKind):        {vi: "Loại tài liệu", en: "Kind"},
	keyOf("field.", schema.FieldSite):        {vi: "Trang web", en: "Website"},
	keyOf("field.", schema.FieldIssuer):      {vi: "Cơ quan báo cáo", en: "Reporting body"},
	keyOf("field.", schema.FieldDirective):   {vi: "Văn bản chỉ đạo", en: "Directive"},

	keyOf("level.", schema.LevelCentral):  {vi: "Trung ương", en: "Central level"},
	keyOf("level.", schema.LevelProvince): {vi: "Cấp tỉnh", en: "Provincial level"},
	keyOf("level.", schema.LevelDistrict): {vi: "Cấp huyện", en: "District level"},
	keyOf("level.", schema.LevelCommune):  {vi: "Cấp xã", en: "Commune level"},
	keyOf("level.", schema.LevelOther):    {vi: "Đơn vị khác", en: "Other body"},

	keyOf("kind.", schema.KindReport):   {vi: "Báo cáo", en: "Report"},
	keyOf("kind.", schema.KindNews):     {vi: "Tin, bài", en: "News"},
	keyOf("kind.", schema.KindDocument): {vi: "Văn bản", en: "Directive or plan"},
	keyOf("kind.", schema.KindOther):    {vi: "Loại khác", en: "Other"},

	keyOf("rule.", schema.RuleField):       {vi: "cho sẵn trong dữ liệu", en: "given in the data"},
	keyOf("rule.", schema.RuleSidecar):     {vi: "tệp đi kèm", en: "the sidecar file"},
	keyOf("rule.", schema.RuleFrontMatter): {vi: "phần khai ở đầu tệp", en: "the head of the file"},
	keyOf("rule.", schema.RuleMeta):        {vi: "thẻ mô tả của trang web", en: "a meta tag of the page"},
	keyOf("rule.", schema.RuleLine):        {vi: "một dòng của trang", en: "a line of the page"},
	keyOf("rule.", schema.RuleTitle):       {vi: "nêu trong tiêu đề", en: "named in the title"},
	keyOf("rule.", schema.RuleBody):        {vi: "nêu trong bài", en: "named in the text"},
	keyOf("rule.", schema.RuleDistrict):    {vi: "suy từ huyện, quận", en: "follows from the district"},
	keyOf("rule.", schema.RuleSite):        {vi: "suy từ tên trang web", en: "follows from the website"},
	keyOf("rule.", schema.RuleMerger):      {vi: "suy từ việc sáp nhập các tỉnh", en: "follows from the mergers of provinces"},
	keyOf("rule.", schema.RuleDate):        {vi: "suy từ ngày", en: "follows from the date"},
	keyOf("rule.", schema.RuleFirstLine):   {vi: "dòng đầu tiên có thể là tiêu đề", en: "the first line that can be a title"},
	keyOf("rule.", schema.RuleOwnNumber):   {vi: "số hiệu của chính tài liệu", en: "the document’s own number"},
	keyOf("rule.", schema.RuleFrequency):   {vi: "cơ quan được nêu nhiều nhất trong bài", en: "the body that acts most often in the text"},
	keyOf("rule.", schema.RuleFileName):    {vi: "tên tệp", en: "the name of the file"},
	keyOf("rule.", schema.RuleDateHeader):  {vi: "dòng địa danh và ngày tháng", en: "the line of place and date"},

	keyOf("ref.", schema.RefCode):    {vi: "theo số hiệu", en: "by its code"},
	keyOf("ref.", schema.RefNumber):  {vi: "theo loại và số", en: "by type and number"},
	keyOf("ref.", schema.RefPlenum):  {vi: "theo hội nghị Trung ương", en: "by its plenum"},
	keyOf("ref.", schema.RefAlias):   {vi: "theo tên gọi tắt trong bài", en: "by a name given in the text"},
	keyOf("ref.", schema.RefAnaphor): {vi: "theo từ chỉ lại", en: "by a pointing word"},

	keyOf("acronym.", schema.AcronymInitials): {vi: "chữ cái đầu", en: "initials"},
	keyOf("acronym.", schema.AcronymForeign):  {vi: "tên nước ngoài", en: "a foreign name"},
	keyOf("acronym.", schema.AcronymDeclared): {vi: "bài gọi tắt như vậy", en: "so called in the text"},

	keyOf("relation.", schema.Implements): {vi: "thực hiện", en: "implements"},
	keyOf("relation.", schema.Reviews):    {vi: "sơ kết, tổng kết việc thực hiện", en: "reviews"},
	keyOf("relation.", schema.Amends):     {vi: "sửa đổi, bổ sung", en: "amends"},
	keyOf("relation.", schema.Replaces):   {vi: "thay thế", en: "replaces"},

	keyOf("sort.", schema.SortScore):  {vi: "Phù hợp nhất", en: "Best match"},
	keyOf("sort.", schema.SortNewest): {vi: "Mới nhất", en: "Newest"},
	keyOf("sort.", schema.SortOldest): {vi: "Cũ nhất", en: "Oldest"},

	DirectivePlenum:    {vi: "Nghị quyết Trung ương %[1]s", en: "Central Committee Resolution %[1]s"},
	DirectivePlenumOf:  {vi: "Nghị quyết Trung ương %[1]s khóa %[2]s", en: "Central Committee Resolution %[1]s, term %[2]s"},
	DirectiveNoTerm:    {vi: "%s (chưa rõ khóa)", en: "%s (term unknown)"},
	ConclusionPlenum:   {vi: "Kết luận Trung ương %[1]s", en: "Central Committee Conclusion %[1]s"},
	ConclusionPlenumOf: {vi: "Kết luận Trung ương %[1]s khóa %[2]s", en: "Central Committee Conclusion %[1]s, term %[2]s"},
	DirectiveNoPlace:   {vi: "chưa rõ nơi", en: "place unknown"},
	DirectiveNoTail:    {vi: "%s (chưa rõ nơi, năm)", en: "%s (place and year unknown)"},

	// Types that an identity names where two types share an abbreviation.
	"type.quy-dinh":   {vi: "Quy định", en: "Quy định"},
	"type.quyet-dinh": {vi: "Quyết định", en: "Quyết định"},
}
