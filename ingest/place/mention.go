package place

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"soi/analyzer/place"
	"soi/analyzer/viet"
	"soi/index/schema"
)

// A unit is the kind of place that a marker announces.
type unit string

// The units, by the word that announces them.
const (
	unitProvince unit = "tỉnh"
	unitCity     unit = "thành phố" // under the centre or under a province
	unitDistrict unit = "huyện"
	unitQuarter  unit = "quận"
	unitTown     unit = "thị xã"
	unitCommune  unit = "xã"
	unitWard     unit = "phường"
	unitTownship unit = "thị trấn"
	unitZone     unit = "đặc khu"
)

// isCommune reports whether the unit is of the third level.
func (u unit) isCommune() bool {
	return u == unitCommune || u == unitWard || u == unitTownship || u == unitZone
}

// isDistrict reports whether the unit is of the second level and no other.
func (u unit) isDistrict() bool {
	return u == unitDistrict || u == unitQuarter || u == unitTown
}

// A mention is a marker such as "Huyện ủy" or "tỉnh" with the place named
// after it, if one is.
type mention struct {
	span        schema.Span // of the text, marker and name
	from        int         // where the name of the body begins, "Ban Thường vụ …"; span.Start if it is no longer
	unit        unit
	party       bool // Tỉnh ủy, Thành ủy, Huyện ủy …
	acting      bool // names a body, and not as the author of something ("của")
	plural      bool // "các tỉnh": one of several
	inTitle     bool
	office      bool             // an office of a person: "Bí thư Tỉnh ủy X"
	institution bool             // part of an institution's name: "Đại học Quốc gia TP X"
	listed      bool             // one of the provinces of a list
	province    place.Province   // after tỉnh or a city word; Name is "" if none is named
	districts   []place.District // that the name can mean
	communes    []place.Commune  // that the name can mean
	within      place.Province   // the province that follows: "huyện Châu Thành, Tiền Giang"
}

// named reports whether a known place follows the marker.
func (m mention) named() bool {
	return m.province.Name != "" || len(m.districts) > 0 || len(m.communes) > 0
}

// A marker is a word, or two, that announces a place. The words are in the
// form of viet.Key.
type marker struct {
	second string // "" if one word is enough
	unit   unit
	party  bool
}

// markers are the markers by their first word; longer ones come first.
var markers = map[string][]marker{
	"tỉnh":   {{"ủy", unitProvince, true}, {"", unitProvince, false}},
	"thành":  {{"ủy", unitCity, true}, {"phố", unitCity, false}},
	"thủ":    {{"đô", unitCity, false}},
	"tp":     {{"", unitCity, false}},
	"tphcm":  {{"", unitCity, false}},
	"huyện":  {{"ủy", unitDistrict, true}, {"", unitDistrict, false}},
	"quận":   {{"ủy", unitQuarter, true}, {"", unitQuarter, false}},
	"thị":    {{"ủy", unitTown, true}, {"xã", unitTown, false}, {"trấn", unitTownship, false}},
	"xã":     {{"", unitCommune, false}},
	"phường": {{"", unitWard, false}},
	"đặc":    {{"khu", unitZone, false}},
}

// plainMarkers are the markers as a text without marks has them.
var plainMarkers = func() map[string][]marker {
	plain := map[string][]marker{}
	for first, list := range markers {
		key := viet.Fold(first, viet.ASCII)
		for _, m := range list {
			m.second = viet.Fold(m.second, viet.ASCII)
			plain[key] = append(plain[key], m)
		}
	}
	return plain
}()

// initials are the first bytes of the words of markers, Đ among them as two
// letters that look so: other words need no closer look, which saves most of
// the time.
const initials = "tThHqQxXpPdD\xc4\xc3"

// longestMarker is the length in bytes of the longest word of a marker,
// decomposed letters allowed for.
const longestMarker = 16

// hasMarks reports whether the document is written with Vietnamese marks, by
// its beginning.
func hasMarks(d *schema.Document) bool {
	const enough = 2000 // bytes
	start := 0
	if d.TitleText() != "" {
		start = d.Title.Start
	}
	return viet.HasMark(strings.ToValidUTF8(d.Text[start:min(len(d.Text), start+enough)], ""))
}

// scan finds the mentions in a span of the text.
func scan(text string, span schema.Span, marked bool) []mention {
	table := markers
	if !marked {
		table = plainMarkers
	}
	if span.Of(text) == "" {
		return nil
	}
	text = text[:span.End] // names do not reach out of the span
	var out []mention
	for i := span.Start; i < span.End; {
		start, end := nextWord(text, i)
		if start == end {
			break
		}
		i = end
		if end-start > longestMarker || strings.IndexByte(initials, text[start]) < 0 {
			continue
		}
		list, ok := table[viet.Key(text[start:end])]
		if !ok {
			continue
		}
		if m, ok := readMention(text, schema.Span{Start: start, End: end}, list); ok {
			out = append(out, m)
			i = m.span.End
		}
	}
	for i := range out {
		out[i].place(text, span.Start)
		out[i].weigh(text, span.Start)
	}
	return out
}

// readMention reads the mention whose marker begins with the word.
func readMention(text string, word schema.Span, list []marker) (mention, bool) {
	secondStart, secondEnd := nextWord(text, word.End)
	for _, mk := range list {
		end := word.End
		if mk.second != "" {
			if secondEnd-secondStart > longestMarker || !blank(text[word.End:secondStart]) ||
				viet.Key(text[secondStart:secondEnd]) != mk.second {
				continue
			}
			end = secondEnd
		}
		m := mention{span: schema.Span{Start: word.Start, End: end}, unit: mk.unit, party: mk.party}
		m.readName(text)
		return m, true
	}
	return mention{}, false
}

// readName reads the name after the marker.
func (m *mention) readName(text string) {
	at := m.span.End
	if whole := text[m.span.Start:at]; viet.Fold(whole, viet.ASCII) == "tphcm" {
		m.province, _ = place.FindProvince(whole)
		return
	}
	at += len(text[at:]) - len(strings.TrimLeft(text[at:], " .\u00a0"))
	end := at
	if m.unit == unitProvince || m.unit == unitCity {
		if p, e, ok := place.ProvinceAt(text, at); ok {
			m.province, end = p, e
		}
	}
	if m.unit == unitCity || m.unit.isDistrict() {
		districts, e := place.DistrictsAt(text, at)
		if districts = ofType(districts, m.unit); len(districts) == 0 {
			e = at
		}
		if e > end {
			m.province = place.Province{} // the longer name wins
			m.districts, end = districts, e
		} else if e == end && e > at {
			m.districts = districts
		}
	}
	if m.unit.isCommune() {
		if communes, e := place.CommunesAt(text, at); len(communes) > 0 {
			m.communes, end = communes, e
		}
	}
	if end > at {
		m.span.End = end
		m.readWithin(text)
	}
}

// ofType keeps the districts of the marker's type, if there are any: a town
// that was a rural district until lately is still found as one. The other way
// round is none: no city became a rural district, so "Thành ủy Trùng Khánh" is
// not the district in Cao Bằng.
func ofType(districts []place.District, u unit) []place.District {
	same := slices.DeleteFunc(slices.Clone(districts), func(d place.District) bool { return d.Type != string(u) })
	if len(same) > 0 || u == unitCity && !slices.ContainsFunc(districts, isUrban) {
		return same
	}
	return districts
}

// isUrban reports whether a district's last type is one of cities.
func isUrban(d place.District) bool { return d.Type != string(unitDistrict) }

// readWithin reads the province after a district or commune: ", Tiền Giang",
// " (Tiền Giang)", ", tỉnh Tiền Giang".
func (m *mention) readWithin(text string) {
	if m.province.Name != "" {
		return
	}
	rest := text[m.span.End:]
	trimmed := strings.TrimLeft(rest, " ,(-–\u00a0")
	if len(trimmed) == len(rest) || len(rest)-len(trimmed) > 6 {
		return
	}
	for _, word := range []string{"tỉnh ", "Tỉnh ", "TP. ", "TP.", "TP ", "thành phố ", "Thành phố "} {
		trimmed = strings.TrimPrefix(trimmed, word)
	}
	if p, _, ok := place.ProvinceAt(text, len(text)-len(trimmed)); ok {
		m.within = p
	}
}

// place looks at the words before the marker: whether a body is named, as
// the one that acts, and whether the place is one of several.
func (m *mention) place(text string, from int) {
	body := m.party
	at := m.span.Start
	m.from = at
	for n := 0; n < 8; n++ {
		start, end := previousWord(text, from, at)
		if start == end || !blank(text[end:at]) {
			break
		}
		key := viet.Key(text[start:end])
		if n == 0 && (key == "các" || key == "những" || key == "nhiều" || key == "cac") {
			m.plural = true
		}
		if key == "của" || key == "cua" {
			return
		}
		if !bodyWords[key] {
			break
		}
		body = body || n == 0 && bodyEnds[key]
		at, m.from = start, start
	}
	m.acting = body && !m.plural
}

// bodyWords are the words that names of bodies consist of before the place,
// bodyEnds those that stand right before it. In the form of viet.Key.
var bodyWords, bodyEnds = map[string]bool{}, map[string]bool{}

func init() {
	for word := range strings.FieldsSeq(`ban thường vụ chấp hành đảng bộ ủy hội đồng nhân dân ubnd hđnd ubkt bch btv
		thường trực văn phòng kiểm tra tuyên giáo dân vận nội chính mặt trận tổ quốc việt nam mttq ubmttq
		công an quân sự chỉ huy liên hiệp phụ nữ nông đoàn thanh niên cựu chiến binh lao động cấp và sở`) {
		bodyWords[viet.Key(word)] = true
		bodyWords[viet.Fold(word, viet.ASCII)] = true
	}
	for word := range strings.FieldsSeq(`dân ubnd hđnd ủy bộ mttq an sự`) {
		bodyEnds[viet.Key(word)] = true
		bodyEnds[viet.Fold(word, viet.ASCII)] = true
	}
}

// leading returns the body or place that the title begins with: nothing but
// words of a body's name stands before it.
func leading(text string, title schema.Span, mentions []mention) *mention {
	if len(mentions) == 0 {
		return nil
	}
	m := &mentions[0]
	for i := title.Start; ; {
		start, end := nextWord(text, i)
		if start >= m.span.Start {
			return m
		}
		if !bodyWords[viet.Key(text[start:end])] {
			return nil
		}
		i = end
	}
}

// nextWord returns the first word of text at or after byte i; start == end
// if there is none.
func nextWord(text string, i int) (start, end int) {
	for i < len(text) && wordRune(text, i) == 0 {
		if i++; text[i-1] >= utf8.RuneSelf {
			for i < len(text) && !utf8.RuneStart(text[i]) {
				i++
			}
		}
	}
	start = i
	for i < len(text) {
		size := wordRune(text, i)
		if size == 0 {
			break
		}
		i += size
	}
	return start, i
}

// wordRune returns the size of the rune at byte i if it belongs to a word, else
// 0. Most are ASCII, which need no table.
func wordRune(text string, i int) int {
	if c := text[i]; c < utf8.RuneSelf {
		if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' {
			return 1
		}
		return 0
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	if !inWord(r) {
		return 0
	}
	return size
}

// previousWord returns the last word of text[from:i].
func previousWord(text string, from, i int) (start, end int) {
	head := strings.TrimRightFunc(text[from:i], func(r rune) bool { return !inWord(r) })
	end = from + len(head)
	start = from + len(strings.TrimRightFunc(head, inWord))
	return start, end
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// blank reports whether nothing but blanks stands between two words. A body's
// name may be broken into lines.
func blank(s string) bool { return strings.Trim(s, " \t\n\r\u00a0") == "" }
