package bigram

import (
	"strings"
	"sync"
)

// asking are words that people ask with. Reports state, so that a collection
// may have none of them, and "bao nhieu" would come back as "bảo nhiều".
const asking = `bao nhiêu
có bao nhiêu
là bao nhiêu
bao lâu
trong bao lâu
bao giờ
khi nào
thế nào
như thế nào
được tính như thế nào
người nào
cái nào
năm nào
nước nào
nơi nào
ở đâu
là gì
làm gì
cái gì
gồm những gì
có nghĩa là gì
viết tắt của gì
là ai
ai là
do ai
của ai
mấy
có mấy
vì sao
tại sao
làm sao
có được không
có phải không
được không
thì có được
thì được
thì sao
thì bị
thì phải làm gì
nếu không
em có thể
tôi có thể`

// Questions is a Table of how questions are put. A Model that restores
// queries has it beside what the collection says.
var Questions = sync.OnceValue(func() *Table {
	c := NewCounter()
	c.Add(strings.Split(asking, "\n"))
	return c.Table()
})
