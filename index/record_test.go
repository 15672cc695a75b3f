package index

import (
	"hash/crc32"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"soi/index/schema"
)

// full is a document with a value in every field.
func full() *schema.Document {
	d := report("/kho/báo-cáo.html", "Kết quả thực hiện Kết luận số 21-KL/TW\nSáng 3/2, Huyện ủy họp.\nẢnh: hội nghị")
	d.Captions = []schema.Span{{Start: d.Body[0].End - 16, End: d.Body[0].End}}
	d.Body[0].End -= 17
	d.URL, d.Site = "https://example.vn/a?b=1", "example.vn"
	d.Published, d.NotBefore, d.Year = "2022-02-03", "2022-02-01", 2022
	d.Province, d.ProvinceNow, d.District, d.Commune = "Bắc Giang", "Bắc Ninh", "Lục Ngạn", "Tân Sơn"
	d.Level, d.Kind, d.Issuer, d.Encoding = schema.LevelDistrict, schema.KindReport, "Huyện ủy Lục Ngạn", "tcvn3"
	d.Evidence = map[schema.Field]schema.Evidence{schema.FieldYear: {Rule: schema.RuleDate, Quote: "3/2", Span: &schema.Span{Start: 3, End: 6}, Confidence: .5}}
	d.References = []schema.Reference{
		{Raw: "21-KL/TW", Start: 34, End: 42, Code: "21-KL/TW", Key: "21-KL/TW", Identity: "21-KL/TW@XIII", Kind: schema.RefCode, Confidence: 1},
		{Raw: "Kết luận này", Identity: "21-KL/TW@XIII", Kind: schema.RefAnaphor},
		{Raw: "05-CT/TW", Identity: "05-CT/TW@XII"},
	}
	d.Relations = []schema.Relation{{Kind: schema.Implements, To: "21-KL/TW@XIII", Evidence: schema.Span{Start: 1, End: 2}}}
	return d
}

func TestRecord(t *testing.T) {
	long := report("/a", strings.Repeat("Kiểm điểm, tự soi, tự sửa. ", 100_000))
	for name, d := range map[string]*schema.Document{
		"full":      full(),
		"empty":     {ID: "e"},
		"long":      long,
		"not UTF-8": report("/a", "a\xffb\n\xc3"),
	} {
		c, err := takeApart(d)
		if err != nil {
			t.Fatal(err)
		}
		got, err := decodeRecord(c.encode())
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		want := *d
		want.Source = schema.Source{Path: d.Source.Path} // the rest is kept beside the index
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: read back\n%+v, written\n%+v", name, got, want)
		}
	}
	c, err := takeApart(long)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(c.encode()); n > len(long.Text)/50 {
		t.Errorf("a record of %d bytes for %d that repeat", n, len(long.Text))
	}
}

// The hash tells every change of what is stored, and none of the file's state.
func TestContentHash(t *testing.T) {
	hash := func(d *schema.Document) string {
		c, err := takeApart(d)
		if err != nil {
			t.Fatal(err)
		}
		return c.hash()
	}
	base := hash(full())
	for name, change := range map[string]func(d *schema.Document){
		"text":     func(d *schema.Document) { d.Text += "." },
		"title":    func(d *schema.Document) { d.Title.End-- },
		"province": func(d *schema.Document) { d.Province = "" },
		"evidence": func(d *schema.Document) { d.Evidence[schema.FieldYear] = schema.Evidence{} },
	} {
		d := full()
		change(d)
		if hash(d) == base {
			t.Errorf("a change of %s is not noticed", name)
		}
	}
	d := full()
	d.Source.ModTime, d.Source.SHA256, d.Source.Version = time.Now(), "other", 9
	if hash(d) != base {
		t.Error("the state of the file counts as a change of the document")
	}
}

// A damaged record is an error, whatever its bytes, and takes no memory.
func TestDecodeDamaged(t *testing.T) {
	c, err := takeApart(full())
	if err != nil {
		t.Fatal(err)
	}
	good := c.encode()
	for name, record := range map[string][]byte{
		"empty":    nil,
		"head":     {0x80},
		"no text":  {5},
		"promises": {0xff, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0x7f, 1, 2, 3},
		"huge":     {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01, 1, 1},
		"cut":      good[:len(good)/2],
	} {
		if d, err := decodeRecord(record); err == nil {
			t.Errorf("%s: read as %+v", name, d)
		}
	}
	for i := range good { // must not panic
		bad := append([]byte(nil), good...)
		bad[i] ^= 0x55
		decodeRecord(bad)
	}
}

// The list is as its head promises, and belongs to the schema version.
func TestDictionary(t *testing.T) {
	if sum := crc32.ChecksumIEEE(dictionary()); sum != 0xbbee1584 || schemaVersion != 4 {
		t.Errorf("the dictionary has CRC-32 %#x: with another one raise schemaVersion (%d), or old indexes cannot be read", sum, schemaVersion)
	}
	if n := len(dictionary()); n > 32<<10 {
		t.Errorf("%d bytes, deflate sees 32 kB", n)
	}
	if !utf8.Valid(dictionary()) || !norm.NFC.IsNormal(dictionary()) {
		t.Error("not UTF-8 in NFC")
	}
	if !strings.HasPrefix(dictionaryFile, "# ") {
		t.Error("no head")
	}
}
