package message

import "soi/index/schema"

var registryEntries = map[Key]entry{
	keyOf("note.", schema.NoteFormer): {vi: "%[1]s: gồm cả báo cáo của %[2]s, nay thuộc %[1]s.", en: "%[1]s: with the reports of %[2]s, now part of %[1]s."},
	keyOf("note.", schema.NoteApart):  {vi: "Chỉ tính báo cáo ghi %[1]s; không tính %[2]s, nay thuộc %[1]s.", en: "Only reports that name %[1]s; without %[2]s, now part of %[1]s."},

	ProvinceApart: {vi: "%s (theo báo cáo)", en: "%s (as reported)"},
	UseApart:      {vi: "Chỉ lấy báo cáo ghi %s", en: "Only reports that name %s"},
	UseWhole:      {vi: "Lấy cả %s ngày nay", en: "All of %s as it is today"},
}
