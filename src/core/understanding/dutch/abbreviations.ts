/** Words that end in a full stop without ending a sentence, in small letters and without that stop. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'a.d.h.v a.u.b bijv b.v b.v.d bv ca d.d d.m.v d.w.z dhr dr drs e.d e.g evt excl fam hr i.c i.d i.h.a i.h.b i.i.g i.o.m i.p.v i.t.t i.v.m ' +
    'incl ing ir j.l jl jr jw m.a.w m.b.t m.b.v m.i m.i.v m.n m.u.v mej mevr mr mrs mw n.a.v n.v.t nl nr o.a o.b.v o.i.d o.l.v o.m o.v.v p.j p.m ' +
    'p.p p.s pag prof r.k resp sr st t.a.v t.b.v t.g.v t.h.v t.m t.o.v t.w.v t.z.t tel v.a v.d v.d.n vb vgl vlg vnl vs z.g zgn zr z.s.m art'
  ).split(' '),
);
