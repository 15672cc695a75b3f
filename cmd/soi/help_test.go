package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"soi/index"
	"soi/index/schema"
	"soi/testdata"
	"soi/web"
	"soi/web/message"
)

// sampleIndex indexes the sample reports.
func sampleIndex(t *testing.T) *index.Index {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "reports"), testdata.Samples); err != nil {
		t.Fatal(err)
	}
	a := &app{streams: streams{out: io.Discard, err: io.Discard}, Printer: message.NewPrinter(message.English)}
	if err := a.runIndex(context.Background(), indexOptions{IndexDir: filepath.Join(dir, "index"), Paths: []string{dir}}); err != nil {
		t.Fatal(err)
	}
	ix, err := index.Open(filepath.Join(dir, "index"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	return ix
}

// Every line of the help does what it says: among the sample reports it finds
// one that it must, and not one that it must not.
func TestHelpExamples(t *testing.T) {
	const (
		daiHong   = "quang-nam-xa-dai-hong-2023.txt" // commune; "tự soi, tự sửa"; 21-KL/TW@XIII
		thangBinh = "quang-nam-thang-binh-2022.txt"  // district; the same
		konTum    = "kon-tum-dak-ha-2022.html"       // district; tự soi, not side by side with tự sửa
		phuTho    = "phu-tho-kiem-diem-2026.html"    // province; kiểm điểm
		hoaBinh   = "hoa-binh-uy-ban-kiem-tra-2022.txt"
		lucNgan   = "bac-giang-luc-ngan-xa-2022.txt" // commune
		threeYear = "bac-giang-ba-nam-2024.txt"
		leThuy    = "quang-tri-xa-le-thuy-2025.txt" // all its words, with other marks
		ninhKieu  = "can-tho-ninh-kieu-2024.txt"    // dân vận
		company   = "cong-ty-det-lam-giang.txt"     // tổng kết, chỉ thị 05
		hungHa    = "thai-binh-hung-ha-2022.html"   // district; 21-KL/TW of a term unknown
		tuyPhuoc  = "gia-lai-xa-tuy-phuoc-2025.html"
	)
	examples := map[string]struct{ finds, leaves string }{
		"tự soi tự sửa":            {konTum, leThuy},
		"tu soi tu sua":            {leThuy, phuTho},
		"nghi quyêt":               {tuyPhuoc, company},
		"hoà bình":                 {hoaBinh, company},
		"tuwj soi":                 {daiHong, leThuy},
		"BTV":                      {thangBinh, company}, // which has Ban Thường vụ and never shortens it
		`"tự soi, tự sửa"`:         {daiHong, konTum},
		`"sửa soi"~2`:              {daiHong, konTum},
		`kiểm điểm -"tự soi"`:      {phuTho, daiHong},
		`"nêu gương" OR "dân vận"`: {ninhKieu, daiHong},
		`(sơ kết OR tổng kết) "chỉ thị 05"`: {company, daiHong},
		"21-KL/TW":              {thangBinh, ninhKieu},
		"21 - kl/tw":            {lucNgan, ninhKieu}, // which writes "21 - KL/TW"
		"mã:21-KL/TW@XIII":      {thangBinh, hungHa},
		`tỉnh:"Bắc Giang"`:      {lucNgan, daiHong},
		"tinh:bac-giang":        {threeYear, daiHong},
		"năm:2022":              {lucNgan, threeYear},
		"tự soi năm:2021..2023": {daiHong, tuyPhuoc},
		"tự soi cấp:huyện":      {thangBinh, daiHong},
		"chi bộ -cấp:xã":        {thangBinh, daiHong},
		`tỉnh:"Bắc Giang" OR tỉnh:"Quảng Nam"`: {daiHong, phuTho},
		"province:bac-giang year:2022":         {lucNgan, threeYear},
	}
	ix := sampleIndex(t)
	for _, topic := range web.Help {
		for _, e := range topic.Examples {
			want, known := examples[e.Query]
			if !known {
				t.Errorf("%s stands in the help, and nobody says what it must find", e.Query)
				continue
			}
			r, err := ix.Search(context.Background(), schema.Request{Query: e.Query, Limit: schema.MaxLimit})
			if err != nil {
				t.Errorf("%s: %v", e.Query, err)
				continue
			}
			var files []string
			for _, h := range r.Hits {
				files = append(files, filepath.Base(h.Path))
			}
			if !slices.Contains(files, want.finds) || slices.Contains(files, want.leaves) {
				t.Errorf("%s must find %s and leave %s; it finds %v", e.Query, want.finds, want.leaves, files)
			}
		}
	}
}
