package format

import (
	"bufio"
	"bytes"
	"io"
	"iter"
)

// A Line is one line of a file.
type Line struct {
	Number int    // from 1
	Bytes  []byte // without the line end; valid until the next step; nil if too long
	Size   int64  // bytes of it in the file, also when it is too long
}

// Lines reads r line by line, without blank lines and without a byte order
// mark. A line of more than limit bytes is counted but not kept in memory.
// An error ends the sequence; lines that were complete before it were given,
// the piece of a line before it is dropped.
func Lines(r io.Reader, limit int64) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		in := bufio.NewReaderSize(r, 64<<10)
		if bom, _ := in.Peek(3); string(bom) == "\xef\xbb\xbf" {
			in.Discard(3)
		}
		var buf []byte
		for number := 1; ; number++ {
			line, size, err := readLine(in, buf[:0], limit)
			if err != nil && err != io.EOF {
				yield(Line{Number: number}, err)
				return
			}
			buf = line
			long := size > limit
			if long {
				buf, line = nil, nil // do not hold on to a large buffer
			}
			line = bytes.TrimSpace(line)
			if (long || len(line) > 0) && !yield(Line{number, line, size}, nil) {
				return
			}
			if err == io.EOF {
				return
			}
		}
	}
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
