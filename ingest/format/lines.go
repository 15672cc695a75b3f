package format

import (
	"bufio"
	"bytes"
	"io"
	"iter"

	"golang.org/x/text/encoding/unicode"
)

// A Line is one line of a file.
type Line struct {
	Number   int    // from 1
	Bytes    []byte // without the line end; valid until the next step; nil if too long
	Size     int64  // bytes of it, in UTF-8 if the file is UTF-16, also when it is too long
	Encoding string // "utf-16le" or "utf-16be" if the file was that, and Bytes are decoded
}

// Record reads the line as a record. The error is ErrNotJSON.
func (l Line) Record() (Record, error) {
	r, err := ParseRecord(l.Bytes)
	if l.Encoding != "" && r.encoding == "" {
		r.encoding, r.replaced = l.Encoding, bytes.Count(l.Bytes, []byte("\ufffd"))
	}
	return r, err
}

// Lines reads r line by line, without blank lines and without a byte order
// mark. UTF-16 is decoded on the way. A line of more than limit bytes is counted but not kept in memory.
// An error ends the sequence; lines that were complete before it were given,
// the piece of a line before it is dropped.
func Lines(r io.Reader, limit int64) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		in, encoding := utf8Reader(r)
		var buf []byte
		for number := 1; ; number++ {
			line, size, err := readLine(in, buf[:0], limit)
			if err != nil && err != io.EOF {
				yield(Line{Number: number, Encoding: encoding}, err)
				return
			}
			buf = line
			long := size > limit
			if long {
				buf, line = nil, nil // do not hold on to a large buffer
			}
			line = bytes.TrimSpace(line)
			if (long || len(line) > 0) && !yield(Line{number, line, size, encoding}, nil) {
				return
			}
			if err == io.EOF {
				return
			}
		}
	}
}

// utf8Reader reads r as UTF-8 without a byte order mark. It is UTF-16 if the
// mark says so or if, as RFC 4627 puts it, one byte of the first character is
// zero: JSON begins with ASCII.
func utf8Reader(r io.Reader) (in *bufio.Reader, encoding string) {
	const size = 64 << 10
	in = bufio.NewReaderSize(r, size)
	head, _ := in.Peek(3)
	order := unicode.LittleEndian
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		in.Discard(3)
		return in, ""
	case len(head) < 2:
		return in, ""
	case head[0] == 0xff && head[1] == 0xfe, head[0] != 0 && head[1] == 0:
		encoding = "utf-16le"
	case head[0] == 0xfe && head[1] == 0xff, head[0] == 0 && head[1] != 0:
		encoding, order = "utf-16be", unicode.BigEndian
	default:
		return in, ""
	}
	return bufio.NewReaderSize(unicode.UTF16(order, unicode.UseBOM).NewDecoder().Reader(in), size), encoding
}

// readLine appends the next line to buf, without its LF, and tells its size.
// Beyond limit bytes it only counts.
func readLine(in *bufio.Reader, buf []byte, limit int64) (line []byte, size int64, err error) {
	for {
		part, err := in.ReadSlice('\n')
		part, ended := bytes.CutSuffix(part, []byte("\n"))
		size += int64(len(part))
		if size <= limit {
			buf = append(buf, part...)
		}
		if ended || err != bufio.ErrBufferFull {
			return buf, size, err
		}
	}
}
