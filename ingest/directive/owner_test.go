package directive

import (
	"testing"

	"soi/index/schema"
)

// A place that is named never gives way to one above it, and what is not known
// above it stays open: no two bodies share the identity of a third.
func TestOwner(t *testing.T) {
	quangNam := schema.Document{Province: "Quảng Nam", Published: "2023-07-12"}
	daNang := schema.Document{Province: "Đà Nẵng", Published: "2025-11-20"}
	tamKy := schema.Document{Province: "Quảng Nam", District: "Tam Kỳ", Published: "2023-07-12"}
	for _, tt := range []struct {
		in         schema.Document
		text, want string
	}{
		// Since the merger a commune lies in its province.
		{daNang, "Kế hoạch số 12-KH/ĐU của Đảng ủy xã Tiên Phước", "12-KH/ĐU@da-nang/-/tien-phuoc"},
		{daNang, "Kế hoạch số 12-KH/ĐU của Đảng ủy xã Núi Thành", "12-KH/ĐU@da-nang/-/nui-thanh"},
		{daNang, "Kế hoạch số 12-KH/ĐU của Đảng ủy phường Tam Kỳ", "12-KH/ĐU@da-nang/-/tam-ky"},
		{daNang, "Kế hoạch số 12-KH/ĐU", "12-KH/ĐU@da-nang"},
		{schema.Document{Province: "Đà Nẵng", Commune: "Tiên Phước", Published: "2025-11-20"}, "Số 05-KH/ĐU", "05-KH/ĐU@da-nang/-/tien-phuoc"},
		// Before it the gazetteer may tell the district.
		{quangNam, "Quyết định số 12/QĐ-UBND ngày 5/3/2023 của UBND xã Tam Hiệp", "12/QĐ-UBND@quang-nam/nui-thanh/tam-hiep:2023"},
		{daNang, "Quyết định số 12/QĐ-UBND ngày 5/3/2023 của UBND xã Tam Hiệp", "12/QĐ-UBND@quang-nam/nui-thanh/tam-hiep:2023"},
		{quangNam, "Quyết định số 12/QĐ-UBND ngày 5/3/2023 của UBND TP Tam Kỳ", "12/QĐ-UBND@quang-nam/tam-ky:2023"},
		{quangNam, "Quyết định số 12/QĐ-UBND ngày 5/3/2023 của UBND thành phố Hội An", "12/QĐ-UBND@quang-nam/hoi-an:2023"},
		{quangNam, "Quyết định số 12/QĐ-UBND ngày 5/3/2023 của UBND tỉnh Quảng Nam", "12/QĐ-UBND@quang-nam:2023"},
		{quangNam, "Quyết định số 12/QĐ-UBND ngày 5/3/2023 của UBND thành phố Đà Nẵng", "12/QĐ-UBND@da-nang:2023"},
		{quangNam, "Nghị quyết số 05-NQ/TU của Thành ủy Tam Kỳ, tỉnh Quảng Nam", "05-NQ/TU@quang-nam/tam-ky"},
		{quangNam, "Nghị quyết số 05-NQ/TU của Tỉnh ủy", "05-NQ/TU@quang-nam"},
		// A person's name or the rest of a heading is no part of the place.
		{quangNam, "Kế hoạch số 64-KH/HU của Huyện ủy Núi Thành Trần Văn Bình ký", "64-KH/HU@quang-nam/nui-thanh"},
		{quangNam, "Kế hoạch số 64-KH/ĐU của Đảng ủy xã Tam Hiệp Trần Văn Bình ký", "64-KH/ĐU@quang-nam/nui-thanh/tam-hiep"},
		{quangNam, "Nghị quyết số 05-NQ/TU của Thành ủy Tam Kỳ Trần Văn Bình ký", "05-NQ/TU@quang-nam/tam-ky"},
		{quangNam, "KẾ HOẠCH SỐ 64-KH/HU CỦA HUYỆN ỦY NÚI THÀNH VỀ THỰC HIỆN CHỦ TRƯƠNG", "64-KH/HU@quang-nam/nui-thanh"},
		// Nor is a province a district.
		{quangNam, "Tỉnh ủy Quảng Nam đã ban hành Kế hoạch số 12-KH/HU", "12-KH/HU@quang-nam"},
		// A body without its name is not the one above it either.
		{quangNam, "Quyết định số 12/QĐ-UBND ngày 5/3/2023 của UBND huyện", "12/QĐ-UBND@quang-nam/-:2023"},
		{quangNam, "Quyết định số 12/QĐ-UBND ngày 5/3/2023 của UBND thành phố", "12/QĐ-UBND@quang-nam/-:2023"},
		{tamKy, "Quyết định số 12/QĐ-UBND ngày 5/3/2023 của UBND thành phố", "12/QĐ-UBND@quang-nam/tam-ky:2023"},
		{tamKy, "Quyết định số 12/QĐ-UBND ngày 5/3/2023 của UBND phường", "12/QĐ-UBND@quang-nam/tam-ky/-:2023"},
		// Without a province the name counts, and the gazetteer where it is clear.
		{schema.Document{}, "Kế hoạch số 12-KH/ĐU của Đảng ủy xã Tân Lập", "12-KH/ĐU@-/-/tan-lap"},
		{schema.Document{}, "Kế hoạch số 12-KH/HU của Huyện ủy Tiên Phước", "12-KH/HU@quang-nam/tien-phuoc"},
		{schema.Document{}, "Kế hoạch số 12-KH/HU của Huyện ủy Châu Thành", "12-KH/HU@-/chau-thanh"},
		{daNang, "Kế hoạch số 12-KH/HU của Huyện ủy Tiên Phước", "12-KH/HU@quang-nam/tien-phuoc"},
	} {
		d := tt.in
		d.Text = tt.text
		Resolve(&d)
		if len(d.References) != 1 || d.References[0].Identity != tt.want {
			t.Errorf("%q in %s: %+v, want the identity %s", tt.text, tt.in.Province, d.References, tt.want)
		}
	}
}
