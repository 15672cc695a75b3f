// Package schema holds the words that all of Soi shares: what a document is
// after reading, what a search asks and what it answers. It knows neither
// files, nor Bleve, nor pages.
package schema

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"time"
)

// A Span is a half-open range [Start, End) of byte offsets into the text it
// comes with, most often Document.Text. Both ends lie between runes.
// In JSON it is the pair [Start, End].
type Span struct{ Start, End int }

// MarshalJSON writes the span as the pair [Start, End].
func (s Span) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, "[%d,%d]", s.Start, s.End), nil
}

// UnmarshalJSON reads the pair [Start, End].
func (s *Span) UnmarshalJSON(b []byte) error {
	var pair [2]int
	if err := json.Unmarshal(b, &pair); err != nil {
		return fmt.Errorf("span: %w", err)
	}
	s.Start, s.End = pair[0], pair[1]
	return nil
}

// Len is the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Of returns the part of text that the span covers, or "" if the span does
// not lie inside text.
func (s Span) Of(text string) string {
	if s.Start < 0 || s.Start > s.End || s.End > len(text) {
		return ""
	}
	return text[s.Start:s.End]
}

// A Level says on which floor of the state the reporting body stands.
type Level string

// The levels. The empty Level means unknown.
const (
	LevelCentral  Level = "trung_uong" // Trung ương
	LevelProvince Level = "tinh"       // tỉnh, thành phố trực thuộc Trung ương
	LevelDistrict Level = "huyen"      // huyện, quận, thị xã; abolished on 1 July 2025
	LevelCommune  Level = "xa"         // xã, phường, thị trấn, đặc khu
	LevelOther    Level = "khac"       // khác: an agency, an enterprise, a school
)

// Levels lists the known levels from the top of the state downwards.
var Levels = []Level{LevelCentral, LevelProvince, LevelDistrict, LevelCommune, LevelOther}

// A Kind says what sort of document it is.
type Kind string

// The kinds. The empty Kind means unknown.
const (
	KindReport   Kind = "bao_cao" // báo cáo
	KindNews     Kind = "tin"     // tin, bài
	KindDocument Kind = "van_ban" // văn bản: the directive or plan itself
	KindOther    Kind = "khac"    // khác
)

// A Document is one report as Soi keeps it. Values that the source does not
// tell stay empty: an empty value beats a wrong one.
type Document struct {
	ID   string `json:"id"`            // stable between runs; see package ingest
	Path string `json:"path"`          // absolute path of the file it came from
	URL  string `json:"url,omitempty"` // address on the web, when the source gives one

	// Text is the whole text after decoding, in NFC, page noise included.
	// Title, Body and Captions are spans of it; what they leave is noise:
	// shown, never indexed.
	Text     string `json:"text"`
	Title    Span   `json:"title"`
	Body     []Span `json:"body"`               // sorted, disjoint, without the title
	Captions []Span `json:"captions,omitempty"` // sorted, disjoint: photo captions; searchable like the body

	Published   string `json:"published,omitempty"`    // ISO date 2006-01-02 or ""
	NotBefore   string `json:"not_before,omitempty"`   // latest past date of the body when Published is unknown
	Year        int    `json:"year,omitempty"`         // year of Published; 0 unknown
	Province    string `json:"province,omitempty"`     // as of the report, "Bắc Giang"
	ProvinceNow string `json:"province_now,omitempty"` // since 1 July 2025, "Bắc Ninh"
	District    string `json:"district,omitempty"`     // "Tiên Phước"
	Commune     string `json:"commune,omitempty"`      // "Long Bình"
	Level       Level  `json:"level,omitempty"`
	Kind        Kind   `json:"kind,omitempty"`
	Site        string `json:"site,omitempty"`     // host of URL, without "www."
	Issuer      string `json:"issuer,omitempty"`   // issuing body, "Huyện ủy Tiên Phước"
	Encoding    string `json:"encoding,omitempty"` // legacy encoding that was repaired, "tcvn3"; "" none

	Evidence   map[Field]Evidence `json:"evidence,omitempty"` // why each value above is what it is
	References []Reference        `json:"references,omitempty"`
	Relations  []Relation         `json:"relations,omitempty"`
	Acronyms   []Acronym          `json:"acronyms,omitempty"` // declared in the text, in its order
	Ratios     []Ratio            `json:"ratios,omitempty"`   // stated with their percentage, in the order of the text

	Source Source `json:"source"`
}

// TitleText is the title as written in the text.
func (d *Document) TitleText() string { return d.Title.Of(d.Text) }

// Says reports whether a span lies in what the document says: its title, its
// body or a caption, not the noise of the page.
func (d *Document) Says(span Span) bool {
	in := func(parts []Span) bool { // sorted and disjoint
		i, _ := slices.BinarySearchFunc(parts, span.End, func(part Span, end int) int { return cmp.Compare(part.End, end) })
		return i < len(parts) && parts[i].Start <= span.Start
	}
	return d.Title.Start <= span.Start && span.End <= d.Title.End || in(d.Body) || in(d.Captions)
}

// Directives returns the identities of the references in what the document
// says, in the order of their first mention, each once. A directive that only
// the page around the document names, in a related link say, is none of the
// document's.
func (d *Document) Directives() []string {
	var ids []string
	seen := map[string]bool{}
	for _, r := range d.References {
		if r.Identity != "" && !seen[r.Identity] && d.Says(r.Span()) {
			seen[r.Identity] = true
			ids = append(ids, r.Identity)
		}
	}
	return ids
}

// A Field names a value of a document that evidence, filters and facets
// speak of.
type Field string

// The fields.
const (
	FieldTitle       Field = "title"
	FieldPublished   Field = "published"
	FieldYear        Field = "year"
	FieldProvince    Field = "province"
	FieldProvinceNow Field = "province_now"
	FieldDistrict    Field = "district"
	FieldCommune     Field = "commune"
	FieldLevel       Field = "level"
	FieldKind        Field = "kind"
	FieldSite        Field = "site"
	FieldIssuer      Field = "issuer"
	FieldDirective   Field = "directive"
)

// Evidence says why a value was taken.
type Evidence struct {
	Rule       Rule    `json:"rule"`           // which rule decided
	Quote      string  `json:"quote"`          // the words that decided, as written
	Span       *Span   `json:"span,omitempty"` // where they stand in Text; nil when outside of it
	Confidence float64 `json:"confidence"`     // 0 to 1
}

// A Rule names the rule behind a piece of evidence; the message catalogue
// puts it into words.
type Rule string

// The rules.
const (
	RuleField       Rule = "field"        // given by a JSONL record
	RuleSidecar     Rule = "sidecar"      // stated in the file NAME.soi.yaml beside it
	RuleFrontMatter Rule = "front_matter" // stated in the YAML at the head of the file
	RuleMeta        Rule = "meta"         // given by a meta tag or JSON-LD of the page
	RuleLine        Rule = "line"         // a line of the page: a date line, a header line
	RuleTitle       Rule = "title"        // the title or its prefix "X:"
	RuleBody        Rule = "body"         // named in the body
	RuleDistrict    Rule = "district"     // follows from the district
	RuleSite        Rule = "site"         // follows from the host of the address
	RuleMerger      Rule = "merger"       // follows from the mergers of provinces, most of them of 1 July 2025
	RuleDate        Rule = "date"         // follows from the date
	RuleFirstLine   Rule = "first_line"   // the first line that can be a title
	RuleOwnNumber   Rule = "own_number"   // the document's own number and issuer
	RuleFrequency   Rule = "frequency"    // the body that acts most often
	RuleFileName    Rule = "file_name"    // the name of the file
	RuleDateHeader  Rule = "date_header"  // "Hà Nội, ngày 25 tháng 10 năm 2021"
)

// A Reference is a mention of a directive in a document's text.
type Reference struct {
	Raw        string  `json:"raw"`   // as written
	Start      int     `json:"start"` // byte offsets into Document.Text
	End        int     `json:"end"`
	Code       string  `json:"code"`     // display form, "05-CT/TW"; "" unknown
	Key        string  `json:"key"`      // comparison form, "5-CT/TW": ASCII capitals, no leading zeros
	Identity   string  `json:"identity"` // value of the directive facet, "21-KL/TW@XIII"; "" unknown
	Type       string  `json:"type"`     // Vietnamese name of the type, "Kết luận"
	Number     string  `json:"number"`   // "21", "05" as displayed
	Date       string  `json:"date"`     // ISO or ""
	Issuer     string  `json:"issuer"`   // as written, "Ban Chấp hành Trung ương"
	Term       string  `json:"term"`     // congress term, "XIII"
	Year       int     `json:"year,omitempty"`
	Title      string  `json:"title,omitempty"` // the words that follow, "về tăng cường …"; "" none
	Kind       RefKind `json:"kind"`
	Confidence float64 `json:"confidence"` // 0 to 1
}

// Span is where the reference stands in Document.Text.
func (r Reference) Span() Span { return Span{r.Start, r.End} }

// A RefKind says how a directive was named.
type RefKind string

// The ways to name a directive.
const (
	RefCode    RefKind = "code"    // by its code: 21-KL/TW
	RefNumber  RefKind = "number"  // by type and number: Kết luận số 21 ngày 25/10/2021
	RefPlenum  RefKind = "plenum"  // by its plenum: Nghị quyết Trung ương 4 khóa XII
	RefAlias   RefKind = "alias"   // by a name declared in the document
	RefAnaphor RefKind = "anaphor" // by a pointing word: Kết luận này
)

// A Relation ties two directives, or a document and a directive.
type Relation struct {
	Kind       RelationKind `json:"kind"`
	From       string       `json:"from"` // identity; "" is the document itself
	To         string       `json:"to"`   // identity
	Evidence   Span         `json:"evidence"`
	Confidence float64      `json:"confidence"`
}

// A RelationKind says what one directive does to another.
type RelationKind string

// The relations.
const (
	Implements RelationKind = "implements" // thực hiện, triển khai, cụ thể hóa
	Reviews    RelationKind = "reviews"    // sơ kết, tổng kết
	Amends     RelationKind = "amends"     // sửa đổi, bổ sung
	Replaces   RelationKind = "replaces"   // thay thế, bãi bỏ
)

// An Acronym is a short form that a document declares: "Ban Thường vụ (BTV)".
// The spans are of Document.Text.
type Acronym struct {
	Short     string      `json:"short"` // as written, "BTV"
	Long      string      `json:"long"`  // the words it stands for, "Ban Thường vụ"
	ShortSpan Span        `json:"short_span"`
	LongSpan  Span        `json:"long_span"`
	Kind      AcronymKind `json:"kind"`
}

// An AcronymKind says how a short form belongs to its long form.
type AcronymKind string

// The kinds of acronyms.
const (
	AcronymInitials AcronymKind = "initials" // the initials of the long form, in order: BTV
	AcronymForeign  AcronymKind = "foreign"  // of another language's words: Tổ chức Thương mại Thế giới (WTO)
	AcronymDeclared AcronymKind = "declared" // any name that is said to be short: gọi tắt là Ban Chỉ đạo
)

// A Ratio is a quantity that a document states as part, whole and percentage:
// "2.365/2.623 cán bộ, đảng viên, đạt tỷ lệ 90,16%".
type Ratio struct {
	Part     float64 `json:"part"`     // 2365
	Whole    float64 `json:"whole"`    // 2623
	Percent  float64 `json:"percent"`  // as stated, 90.16
	Sum      float64 `json:"sum"`      // as it works out, 90.1639…
	Holds    bool    `json:"holds"`    // whether the stated percentage is the sum, within its own rounding
	Quotient Span    `json:"quotient"` // where "2.365/2.623" stands in Document.Text
	Stated   Span    `json:"stated"`   // where "90,16%" stands
	Sentence Span    `json:"sentence"` // the sentence around both
}

// SidecarErrors stands for the hash of a sidecar in which, as in front matter,
// something could not be used. No file has it, so it is read again.
const SidecarErrors = "errors"

// A Source is the file a document came from, as it was when it was read.
type Source struct {
	Path    string    `json:"path"` // absolute
	Size    int64     `json:"size"` // bytes
	ModTime time.Time `json:"mod_time"`
	SHA256  string    `json:"sha256"`            // hex, of the whole file
	Sidecar string    `json:"sidecar,omitempty"` // hex SHA-256 of the sidecar file beside it; "" none; SidecarErrors
	Record  string    `json:"record,omitempty"`  // hex SHA-256 of the record, for a JSONL line
	Version int       `json:"version"`           // version of ingest that read it
}
