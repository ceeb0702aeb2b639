package main
import ("os";"testing";"fmt";"sort";"strings";"context")
func TestZZ(t *testing.T){ os.Chdir("../.."); data,_,err:=compileWithNames(context.Background()); if err!=nil{t.Fatal(err)}; m,_:=parseModule(data)
 type f struct{n string;s int}; var l []f
 for i,c:=range m.functions { n:=m.names[m.imported+i]; if strings.Contains(n,"almanac")|| strings.Contains(n,"go.shape")||strings.HasPrefix(n,"type") { l=append(l,f{n,len(c)}) } }
 sort.Slice(l,func(i,j int)bool{return l[i].s>l[j].s}); for _,x:=range l { fmt.Println(x.s,x.n) } }
