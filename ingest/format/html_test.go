package format

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/text/encoding/charmap"

	"soi/index/schema"
)

// prose is a paragraph that no algorithm takes for noise.
const prose = "Đảng ủy xã đã tổ chức hội nghị sơ kết một năm thực hiện kết luận của Trung ương, " +
	"đánh giá kết quả, chỉ rõ hạn chế, nguyên nhân, và đề ra nhiệm vụ, giải pháp cho thời gian tới."

// Visible text comes out a block a line; nothing else does.
func TestHTMLText(t *testing.T) {
	for _, tt := range []struct{ page, want string }{
		{"<p>một  hai\n ba</p><p>bốn", "một hai ba\nbốn\n"},
		{"một<br>hai<br/>ba", "một\nhai\nba\n"},
		{"<b>Tự</b> soi, <i>tự</i><b> sửa</b>", "Tự soi, tự sửa\n"},
		{"xã<b>h</b>ội", "xãhội\n"},
		{"a<b>\u0301</b>", "á\n"}, // composed across elements
		{"&#272;&#7843;ng &amp; d&acirc;n &lt;b&gt; &nbsp;x", "Đảng & dân <b> \u00a0x\n"},
		{"a<script>b</script>c<style>d</style>e<template>f<p>g</template>h<!-- i -->", "aceh\n"},
		{"a<noscript>b</noscript><iframe>c</iframe><svg><text>d</text></svg><select><option>e</select>f", "af\n"},
		{"a<svg/>b", "ab\n"},
		{"<svg><path>x<p>hai", "hai\n"},        // a drawing without end does not swallow the page
		{"<select><option>x<div>hai", "hai\n"}, // nor does a list of choices
		{"<title>t</title><p>hai", "t\nhai\n"}, // a title that is not visible is put in front
		{"<ul><li>một<li>hai<ul><li>ba</ul><li>bốn</ul>", "một\nhai\nba\nbốn\n"},
		{"<table><tr><td>a<td>b<tr><td>c<td></table>", "a\tb\nc\n"},
		{"<table><tr><td>TỈNH ỦY<br>Số 1-KH/TU<td>ĐẢNG<br>ngày</table>", "TỈNH ỦY\nSố 1-KH/TU\nĐẢNG\nngày\n"},
		{"<pre>một\n  hai\n\nba</pre>bốn", "một\nhai\nba\nbốn\n"},
		{"<h1>một<br>hai</h1>ba", "một hai\nba\n"},
		{"<dl><dt>a<dd>b</dl>", "a\nb\n"},
		{"</p></div>a</b></html>b", "a\nb\n"},
		{"<div hidden>a</div>b", "a\nb\n"}, // what a script may show is kept, as noise
		{"a<plaintext><b>c", "a\n<b>c\n"},
		{"<p>a\x00b", ""},
		{"<p title='<p>x'>a", "a\n"},
		{"a < b << c", "a < b << c\n"},
		{"\U000F0001a\U00100000", "\U000F0001a\U00100000\n"}, // letters that we use as marks
	} {
		p, err := HTML([]byte(tt.page))
		if p.Text != tt.want || (err != nil) != (tt.want == "") {
			t.Errorf("HTML(%q) = %q, %v, want %q", tt.page, p.Text, err, tt.want)
		}
	}
}

// Menus, asides and footers stay in the text and out of the body.
func TestHTMLBody(t *testing.T) {
	page := `<html><head><title>Xã Long Bình sơ kết một năm - Trang tin huyện</title></head><body>
		<div class="menu"><ul><li><a href="/">Trang chủ</a><li><a href="/tin">Tin tức</a></ul></div>
		<h1>Xã Long Bình sơ kết một năm</h1>
		<h2 class="lead">Một năm qua, xã Long Bình đã làm được nhiều việc, và còn nhiều việc phải làm, chỗ nào cũng có chuyện để kể.</h2>
		<article><div><p>` + prose + `</p><figure><img src=a.jpg><figcaption>Quang cảnh. Ảnh: Lan</figcaption></figure>
		<p>` + prose + `</p><p>` + prose + `</p></div></article>
		<div class="sidebar"><ul><li><a href="/1">Bài đọc nhiều</a><li><a href="/2">Bài mới</a></ul></div>
		<footer>Giấy phép số 1</footer></body></html>`
	p, err := HTML([]byte(page))
	if err != nil {
		t.Fatal(err)
	}
	lead := "Một năm qua, xã Long Bình đã làm được nhiều việc, và còn nhiều việc phải làm, chỗ nào cũng có chuyện để kể."
	want := strings.Join([]string{"Xã Long Bình sơ kết một năm", strings.Join([]string{lead, prose, prose, prose}, " | "),
		"Quang cảnh. Ảnh: Lan"}, " / ")
	if parts(p) != want {
		t.Errorf("parts are\n%s, want\n%s", parts(p), want)
	}
	for _, noise := range []string{"Trang chủ", "Bài đọc nhiều", "Giấy phép số 1"} {
		if !strings.Contains(p.Text, noise) {
			t.Errorf("text has lost %q", noise)
		}
	}
}

// A page that readability finds nothing in has no body: others look for it.
func TestHTMLWithoutArticle(t *testing.T) {
	for _, page := range []string{
		"<p>Ngắn.",
		"<ul>" + strings.Repeat("<li><a href=x>liên kết</a>", 50) + "</ul>",
		strings.Repeat("<div>", 100_000) + prose,
	} {
		p, err := HTML([]byte(page))
		if err != nil || p.Text == "" || len(p.Body) > 1 {
			t.Errorf("%.30q: %d parts of a body, text of %d bytes, %v", page, len(p.Body), len(p.Text), err)
		}
	}
}

func TestHTMLTitle(t *testing.T) {
	for _, tt := range []struct {
		page, want string
		rule       schema.Rule
		inText     bool // the title is a line of the page, not put before it
	}{
		{"<title>Xã Long Bình sơ kết - Trang tin</title><h1>XÃ LONG BÌNH SƠ KẾT</h1>", "XÃ LONG BÌNH SƠ KẾT", schema.RuleLine, true},
		{"<title>Xã Long Bình sơ kết</title><h1>Cổng thông tin điện tử</h1><p>Xã Long Bình sơ kết</p>", "Xã Long Bình sơ kết", schema.RuleMeta, true},
		{"<title>Tin - Xã Long Bình sơ kết - Huyện ủy</title><p>Tin - Xã Long Bình sơ kết</p>", "Tin - Xã Long Bình sơ kết", schema.RuleMeta, true},
		{"<meta property='og:title' content='Xã Long Bình sơ kết'><title>Trang chủ</title><p>x", "Xã Long Bình sơ kết", schema.RuleMeta, false},
		{"<title>Xã Long Bình sơ kết | Báo Ấp Bắc</title><p>x", "Xã Long Bình sơ kết", schema.RuleMeta, false},
		{"<title>Xã Long Bình - một năm sơ kết</title><p>x", "Xã Long Bình - một năm sơ kết", schema.RuleMeta, false},
		{"<meta property='og:site_name' content='Long Bình'><title>Một năm sơ kết – Long Bình</title><p>x", "Một năm sơ kết", schema.RuleMeta, false},
		{"<h1>Xã Long Bình sơ kết</h1><p>x", "Xã Long Bình sơ kết", schema.RuleLine, true},
		{"<h1>Tin</h1><p>x", "", "", false},
		{"<h1>Xã Long Bình sơ kết</h1><h1>Xã Bình Tân sơ kết</h1>", "", "", false},
		{"<title>X&atilde; Long B&igrave;nh\n sơ kết &lt;1&gt;</title><p>x", "Xã Long Bình sơ kết <1>", schema.RuleMeta, false},
		{"<title>" + strings.Repeat("chữ ", 1000) + "</title><p>x", strings.TrimSpace(strings.Repeat("chữ ", 83)), schema.RuleMeta, false},
		{"<p>x", "", "", false},
	} {
		p, err := HTML([]byte(tt.page))
		if err != nil {
			t.Errorf("HTML(%.60q): %v", tt.page, err)
			continue
		}
		if got := p.TitleText(); got != tt.want || p.Evidence[schema.FieldTitle].Rule != tt.rule {
			t.Errorf("HTML(%.60q) has title %q by %q, want %q by %q", tt.page, got, p.Evidence[schema.FieldTitle].Rule, tt.want, tt.rule)
		}
		if n := strings.Count(p.Text, p.TitleText()+"\n"); tt.want != "" && !tt.inText && (p.Title.Start != 0 || n != 1) {
			t.Errorf("HTML(%.60q): title at %d, %d times", tt.page, p.Title.Start, n)
		}
	}
}

func TestHTMLMeta(t *testing.T) {
	ld := func(json string) string { return `<script type="application/ld+json">` + json + `</script>` }
	for _, tt := range []struct{ head, published, url string }{
		{`<meta property="article:published_time" content="2022-12-02T20:00:00Z">`, "2022-12-03", ""},
		{`<meta name="DC.Date.Issued" content="2022-12-03">`, "2022-12-03", ""},
		{`<meta itemprop="datePublished" content="3/12/2022">`, "2022-12-03", ""},
		{`<meta name="date" content="2021-01-01"><meta property="article:published_time" content="2022-12-03">`, "2022-12-03", ""},
		{`<meta name="pubdate" content="hôm qua">` + ld(`{"datePublished":"2022-12-03T07:43:00+07:00"}`), "2022-12-03", ""},
		{ld(`[{"@type":"Organization"},{"@graph":[{"@type":"NewsArticle","datePublished":"2022-12-03"}]}]`), "2022-12-03", ""},
		{ld(`{"comment":{"datePublished":"2022-12-03"}}`), "", ""},
		{ld(`{"datePublished":`), "", ""},
		{ld(strings.Repeat(`{"@graph":`, 9000) + "1" + strings.Repeat("}", 9000)), "", ""},
		{`<time datetime="2022-12-03">hôm nay</time>`, "2022-12-03", ""},
		{`<time datetime="2022-12-03"></time><time datetime="2022-12-04"></time>`, "", ""},
		{`<time datetime="2022-12-04"></time><article><time datetime="2022-12-03"></time></article>`, "2022-12-03", ""},
		{`<time datetime="2022-12-04"></time><time itemprop="datePublished" datetime="2022-12-03"></time>`, "2022-12-03", ""},
		{`<time datetime="2022-12-04"></time><time pubdate datetime="2022-12-03"></time>`, "2022-12-03", ""},
		{`<link rel="canonical" href="https://a.vn/b">`, "", "https://a.vn/b"},
		{`<meta property="og:url" content="https://a.vn/b">`, "", "https://a.vn/b"},
		{`<link rel="canonical" href="https://a.vn/"><meta property="og:url" content="https://a.vn/b">`, "", "https://a.vn/b"},
		{`<link rel="canonical" href="/b">`, "", ""},
		{`<link rel="canonical" href="javascript:alert(1)">`, "", ""},
		{`<meta name="date">`, "", ""},
	} {
		p, err := HTML([]byte(tt.head + "<p>x"))
		if err != nil || p.Published != tt.published || p.URL != tt.url {
			t.Errorf("%.80s: published %q, url %q, %v, want %q, %q", tt.head, p.Published, p.URL, err, tt.published, tt.url)
		}
		if e := p.Evidence[schema.FieldPublished]; (e.Rule == schema.RuleMeta) != (tt.published != "") {
			t.Errorf("%.80s: evidence %v", tt.head, e)
		}
	}
}

func TestHTMLCharset(t *testing.T) {
	// In windows-1258 a mark is a letter of its own behind its base.
	encoded, err := charmap.Windows1258.NewEncoder().String("Đa\u0309ng ba\u0323n")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		page, want, encoding string
		replaced             int
	}{
		{"<meta charset=windows-1258><p>" + encoded, "Đảng bạn\n", "windows-1258", 0},
		{`<meta http-equiv=content-type content="text/html; charset=windows-1258"><p>` + encoded, "Đảng bạn\n", "windows-1258", 0},
		{`<?xml version="1.0" encoding="windows-1258"?><p>` + encoded, "Đảng bạn\n", "windows-1258", 0},
		{"<meta charset=windows-1252><p>Đảng", "Đảng\n", "", 0}, // UTF-8 that says it is not
		{"<meta charset=windows-1252><p>caf\xe9", "café\n", "windows-1252", 0},
		{"<meta charset=utf-8><p>Đ\xffảng", "Đ\ufffdảng\n", "", 1},
		{"<meta charset=replacement><p>Đ\xffảng", "Đ\ufffdảng\n", "", 1},
		{"<meta charset=utf-16><p>Đ\xffảng", "Đ\ufffdảng\n", "", 1},
		{"<p>Đ\xffảng", "Đ\ufffdảng\n", "", 1},
		{"\xff\xfe<\x00p\x00>\x00\x10\x01", "Đ\n", "utf-16le", 0},
	} {
		p, err := HTML([]byte(tt.page))
		if err != nil || p.Text != tt.want || p.Encoding != tt.encoding || p.Replaced != tt.replaced {
			t.Errorf("HTML(%q) = %q, %q, %d, %v, want %q, %q, %d",
				tt.page, p.Text, p.Encoding, p.Replaced, err, tt.want, tt.encoding, tt.replaced)
		}
	}
}

// Pages made to be slow or large in memory are read like all others; the way
// that goes over the page's own tree takes minutes or gigabytes for some.
func TestHTMLHostile(t *testing.T) {
	fonts := ""
	for i := range 400 {
		fonts += fmt.Sprintf("<font id=%d>", i)
	}
	for _, tt := range []struct{ name, page string }{
		{"nested blocks", strings.Repeat("<div>", 100_000) + prose + strings.Repeat("</div>", 100_000)},
		{"nested inlines", strings.Repeat("<b>", 100_000) + prose},
		{"nested lists", strings.Repeat("<ul><li>", 20_000) + prose},
		{"nested tables", strings.Repeat("<table><tr><td>", 30_000) + prose},
		{"open formatting", fonts + strings.Repeat("<p>chữ", 20_000) + prose},
		{"stray end tags", prose + strings.Repeat("a</x>", 20_000)},
		{"breaks", strings.Repeat("chữ <br><br>", 20_000) + prose},
		{"headings", "<title>" + prose + "</title>" + strings.Repeat("<h1>"+prose+"</h1>", 2_000)},
		{"attributes", "<p " + strings.Repeat("class=a b=c ", 100_000) + ">" + prose},
		{"one attribute", "<p class='" + strings.Repeat("caption ", 100_000) + "'>" + prose},
		{"links", strings.Repeat("<a href=x>chữ</a>", 20_000) + prose},
		{"many meta", strings.Repeat("<meta name=x content=y>", 20_000) + prose},
		{"tables in depth", strings.Repeat("<table><tr><td>", 20) + strings.Repeat("<p>a, b, c</p>", 10_000) + prose},
		{"marks", strings.Repeat("\U000F0000\U0010FFFD", 1000) + prose},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p, err := HTML([]byte("<body>" + tt.page))
			if err != nil || !strings.Contains(p.Text, prose) {
				t.Fatalf("text of %d bytes has lost its paragraph, %v", len(p.Text), err)
			}
			for _, s := range p.Body {
				if s.Of(p.Text) == "" {
					t.Fatalf("body has the empty span %v of %d bytes", s, len(p.Text))
				}
			}
		})
	}
}

// The reason for a reader of our own: the depth that html.Parse allows.
func TestParserRefusesDepth(t *testing.T) {
	if _, err := html.Parse(strings.NewReader(strings.Repeat("<div>", 1000))); err == nil {
		t.Error("html.Parse takes any depth now; the scanner may be worth a second look")
	}
}

func TestHTMLErrors(t *testing.T) {
	for _, tt := range []struct {
		page string
		err  error
	}{
		{"", ErrEmpty},
		{"<html><head><title>chữ</title></head><body></body></html>", ErrEmpty},
		{"<!--", ErrEmpty},
		{"\x00<p>chữ", ErrBinary},
	} {
		if _, err := HTML([]byte(tt.page)); !errors.Is(err, tt.err) {
			t.Errorf("HTML(%q): %v, want %v", tt.page, err, tt.err)
		}
	}
}
