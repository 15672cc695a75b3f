package format

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"soi/analyzer/legacy"
	"soi/analyzer/place"
	"soi/analyzer/viet"
	"soi/index/schema"
)

// A Record is one line of a JSONL file, as written.
type Record struct {
	ID       string // its own id; "" none
	fields   fields
	hasText  bool   // it has a field "body" or "text"
	encoding string // legacy encoding of its bytes; "" none
	replaced int
}

// fields are the names that a record may use; others are ignored. "text" is
// a whole page with its noise, used where there is no "body".
type fields struct {
	ID          value `json:"id"`
	Title       value `json:"title"`
	Body        value `json:"body"`
	Text        value `json:"text"`
	URL         value `json:"url"`
	Published   value `json:"published"`
	Year        value `json:"year"`
	Province    value `json:"province"`
	ProvinceNow value `json:"province_now"`
	District    value `json:"district"`
	Commune     value `json:"commune"`
	Level       value `json:"level"`
	Kind        value `json:"kind"`
	Site        value `json:"site"`
	Issuer      value `json:"issuer"`
}

// texts are the fields that hold words.
func (f *fields) texts() []*string {
	var all []*string
	for _, v := range []*value{&f.Title, &f.Body, &f.Text, &f.Province, &f.ProvinceNow, &f.District, &f.Commune, &f.Issuer} {
		all = append(all, (*string)(v))
	}
	return all
}

// A value is a string, or a number as it is written; null is "".
type value string

// UnmarshalJSON refuses true, false, arrays and objects.
func (v *value) UnmarshalJSON(b []byte) error {
	switch c := b[0]; {
	case c == '"':
		return json.Unmarshal(b, (*string)(v))
	case c == 'n':
		*v = ""
	case c == '-' || c >= '0' && c <= '9':
		*v = value(b)
	default:
		return errors.New("a field of text holds something else")
	}
	return nil
}

// ParseRecord reads one line. The error is ErrNotJSON.
func ParseRecord(line []byte) (Record, error) {
	var r Record
	if len(line) == 0 || line[0] != '{' {
		return r, fmt.Errorf("%w: it begins with %q", ErrNotJSON, firstRune(line))
	}
	if _, encoding, ok := legacy.Bytes(line); ok {
		line, r.encoding = []byte(legacy.As1252(line)), string(encoding)
	} else if !utf8.Valid(line) {
		r.replaced = countInvalid(line)
	}
	if err := json.Unmarshal(line, &r.fields); err != nil {
		return r, fmt.Errorf("%w: %w", ErrNotJSON, err)
	}
	r.hasText = r.fields.Body != "" || r.fields.Text != "" || namesText(line)
	r.ID = strings.TrimSpace(string(r.fields.ID))
	return r, nil
}

// namesText says whether a record has a body or a text, be it an empty one. A
// record of something else, of which only the title fits, is no document.
func namesText(line []byte) bool {
	var names struct{ Body, Text json.RawMessage }
	return json.Unmarshal(line, &names) == nil && (names.Body != nil || names.Text != nil)
}

func firstRune(b []byte) string {
	_, size := utf8.DecodeRune(b)
	return string(b[:size])
}

// Page makes the record's document: the title, an empty line, the body. With
// "text" instead of a body, the text is taken as it is and its parts are left
// to be found. Values that Soi does not know, a province that never was, are
// left empty rather than believed, and Warnings name them. The error is
// ErrNoText.
func (r Record) Page() (Page, error) {
	f := r.fields
	p := Page{Replaced: r.replaced}
	if !r.hasText {
		return p, ErrNoText
	}
	p.Encoding = repair(r.encoding, f.texts()...)
	title := oneLine(string(f.Title))
	body := strings.TrimRight(normalize(string(f.Body)), " \n")
	switch {
	case strings.TrimSpace(body) == "" && strings.TrimSpace(string(f.Text)) != "":
		p.Text = normalize(string(f.Text))
		if i := strings.Index(p.Text, title); title != "" && i >= 0 {
			p.Title = schema.Span{Start: i, End: i + len(title)}
		} else if title != "" {
			p.Text, p.Title = title+"\n\n"+p.Text, schema.Span{End: len(title)}
		}
	case title == "" && strings.TrimSpace(body) == "":
		return p, ErrNoText
	case title == "":
		p.Text = body
		p.Title, p.Body = splitFirstLine(body)
	default:
		p.Text = title + "\n\n" + body
		p.Title = schema.Span{End: len(title)}
		p.Body = paragraphs(p.Text, len(title)+2)
	}
	if title != "" {
		p.state(schema.FieldTitle, title, schema.RuleField)
	}
	p.setFields(f)
	return p, nil
}

// longestTitle is the length in bytes up to which a first line is a title.
const longestTitle = 300

// splitFirstLine takes the first line of a body without a title for one,
// when there is more than that line and it is no paragraph. Both stay
// searchable.
func splitFirstLine(body string) (title schema.Span, rest []schema.Span) {
	rest = paragraphs(body, 0)
	if len(rest) > 1 && rest[0].Len() <= longestTitle {
		return rest[0], rest[1:]
	}
	return title, rest
}

// paragraphs are the lines of text from start on that are not blank.
func paragraphs(text string, start int) []schema.Span {
	var spans []schema.Span
	for start < len(text) {
		end := len(text)
		if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
			end = start + i
		}
		if strings.TrimSpace(text[start:end]) != "" {
			spans = append(spans, schema.Span{Start: start, End: end})
		}
		start = end + 1
	}
	return spans
}

// setFields fills the values that the record states.
func (p *Page) setFields(f fields) {
	if u, ok := webAddress(string(f.URL)); ok {
		p.URL = u
	}
	p.setPublished(string(f.Published), schema.RuleField)
	if year, err := strconv.Atoi(string(f.Year)); err == nil && p.Year == 0 && plausibleYear(year) {
		p.Year = year
		p.state(schema.FieldYear, string(f.Year), schema.RuleField)
	}
	p.Province = p.province(schema.FieldProvince, f.Province)
	p.ProvinceNow = p.province(schema.FieldProvinceNow, f.ProvinceNow)
	p.Level = lookUp(levels, f.Level)
	p.Kind = lookUp(docKinds, f.Kind)
	for _, given := range []struct {
		field   schema.Field
		written value
		unknown bool
	}{
		{schema.FieldPublished, f.Published, p.Published == ""},
		{schema.FieldYear, f.Year, p.Year == 0},
		{schema.FieldLevel, f.Level, p.Level == ""},
		{schema.FieldKind, f.Kind, p.Kind == ""},
	} {
		if given.unknown {
			p.warn(given.field, given.written)
		}
	}
	p.Site = strings.TrimPrefix(strings.ToLower(oneLine(string(f.Site))), "www.")
	p.District = oneLine(string(f.District))
	p.Commune = oneLine(string(f.Commune))
	p.Issuer = oneLine(string(f.Issuer))
	for field, given := range map[schema.Field]struct{ value, quote string }{
		schema.FieldLevel:    {string(p.Level), string(f.Level)},
		schema.FieldKind:     {string(p.Kind), string(f.Kind)},
		schema.FieldSite:     {p.Site, string(f.Site)},
		schema.FieldDistrict: {p.District, string(f.District)},
		schema.FieldCommune:  {p.Commune, string(f.Commune)},
		schema.FieldIssuer:   {p.Issuer, string(f.Issuer)},
	} {
		if given.value != "" {
			p.state(field, given.quote, schema.RuleField)
		}
	}
}

// province is the province that a record names, "" if it is none.
func (p *Page) province(field schema.Field, written value) string {
	found, ok := place.FindProvince(string(written))
	if !ok {
		p.warn(field, written)
		return ""
	}
	p.state(field, string(written), schema.RuleField)
	return found.Name
}

// warn notes that a stated value is none that Soi knows.
func (p *Page) warn(field schema.Field, written value) {
	const longest = 60 // bytes quoted
	quote := oneLine(string(written))
	if quote == "" {
		return
	}
	if len(quote) > longest {
		quote = strings.ToValidUTF8(quote[:longest], "") + "…"
	}
	p.Warnings = append(p.Warnings, fmt.Errorf("%w: %s %q", ErrUnknownValue, field, quote))
}

// state notes that the file itself gives a value.
func (p *Page) state(field schema.Field, quote string, rule schema.Rule) {
	if p.Evidence == nil {
		p.Evidence = map[schema.Field]schema.Evidence{}
	}
	p.Evidence[field] = schema.Evidence{Rule: rule, Quote: normalize(quote), Confidence: 1}
}

// setPublished takes a stated date, if it is one.
func (p *Page) setPublished(written string, rule schema.Rule) bool {
	date, year := parseDate(written)
	if date == "" {
		return false
	}
	p.Published, p.Year = date, year
	p.state(schema.FieldPublished, written, rule)
	p.state(schema.FieldYear, written, rule)
	return true
}

var levels = map[string]schema.Level{
	"trung uong": schema.LevelCentral, "tinh": schema.LevelProvince, "thanh pho": schema.LevelProvince,
	"huyen": schema.LevelDistrict, "quan": schema.LevelDistrict, "thi xa": schema.LevelDistrict,
	"xa": schema.LevelCommune, "phuong": schema.LevelCommune, "thi tran": schema.LevelCommune,
	"dac khu": schema.LevelCommune, "khac": schema.LevelOther,
}

var docKinds = map[string]schema.Kind{
	"bao cao": schema.KindReport, "tin": schema.KindNews, "van ban": schema.KindDocument, "khac": schema.KindOther,
}

// lookUp finds a value by its code or its Vietnamese name.
func lookUp[T ~string](names map[string]T, v value) T {
	folded := viet.Fold(strings.ReplaceAll(string(v), "_", " "), viet.ASCII)
	return names[strings.Join(strings.Fields(folded), " ")]
}

// longestAddress is the length in bytes up to which an address is believed;
// browsers and servers take no longer ones.
const longestAddress = 2048

// webAddress accepts an absolute http or https address.
func webAddress(s string) (string, bool) {
	s = strings.TrimSpace(s)
	u, err := url.Parse(s)
	if err != nil || len(s) > longestAddress || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return "", false
	}
	return u.String(), true
}

// oneLine normalizes s and makes one line of it.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(normalize(s), func(r rune) bool {
		return r == ' ' || r == '\n' || r == '\t' || r == '\f' || r == '\v'
	}), " ")
}
