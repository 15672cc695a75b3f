package message

// Encoding says what a text was written in: "TCVN3 (phông ABC), đã chuyển
// sang Unicode". The names of standard encodings stay as they are.
func (p *Printer) Encoding(name string) string { return p.named("encoding.", name) }

// encodingEntries are by the names of package legacy.
var encodingEntries = map[Key]entry{
	"encoding.tcvn3":        {vi: "TCVN3 (phông ABC), đã chuyển sang Unicode", en: "TCVN3 (ABC fonts), turned into Unicode"},
	"encoding.vni-win":      {vi: "VNI Windows, đã chuyển sang Unicode", en: "VNI for Windows, turned into Unicode"},
	"encoding.cp1258":       {vi: "windows-1258, đã chuyển sang Unicode", en: "windows-1258, turned into Unicode"},
	"encoding.utf8-in-1252": {vi: "UTF-8 từng bị đọc nhầm là windows-1252, đã sửa", en: "UTF-8 once misread as windows-1252, repaired"},
}
