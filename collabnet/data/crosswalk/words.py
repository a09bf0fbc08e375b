"""Words of agencies' and people's names: how they are cut short, and which exclude each other."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


STOP = _words("the of and for at in on to a an by with de la y und")
"""Little words that don't tell names apart."""
LEGAL = _words(
    "inc incorporated llc llp ltd limited corp corporation nonprofit ngo pllc plc gmbh pc"
)
GENERIC = _words("program agency organization organisation group project")
"""Words that people leave out or add."""
OFFICES = _words("department office")
OFFICIALS = _words("police sheriff prosecutor prosecuting attorney defender")
"""Beside one of these, an office or a department is left out, or one called the other."""
LEVELS = _words("county city town township parish")
"""Words that people leave out beside the name of the place."""
_SHORT = """
administration: admin adm | administrative: admin adm | advocacy: adv advoc | advocate: adv advoc
agency: agcy agy | alliance: all | assistance: asst assist | assistant: asst | associates: assoc
association: assn assoc asn | attorney: atty attny att | authority: auth | avenue: ave av
behavioral: behav behv bhvrl behavioural | board: bd | brothers: bros | building: bldg
bureau: bur | captain: capt | case: cs | center: ctr cntr cen centre cent | central: cent ctrl
child: chld | children: chldrn chldn | circuit: cir circ | city: cty | clinic: clin
coalition: coal | collaborative: collab coll | college: coll | commission: comm commn
commissioner: comm commr | committee: comm cmte cttee | communication: comm
community: comm cmty commun | company: co | coordinator: coord | corrections: corr
council: cncl | counseling: couns counselling cnslg | county: co cnty cty | court: ct crt
crisis: cris | defender: def | department: dept dpt dep dprt dpmt | deputy: dep | detective: det
development: dev devel dvlpmt | director: dir | district: dist dst | division: div | domestic: dom
drive: dr | education: ed educ | emergency: emer emerg er | employment: empl emp
enforcement: enf enfc | evening: eve | family: fam fmly | federal: fed | foundation: fdn found fndn
fort: ft | government: govt gov | guardian: gdn grdn | health: hlth hlt | hospital: hosp
house: hse hs hous | housing: hsg hous | human: hum | immigration: imm immig | institute: inst
intake: int | international: intl | intervention: interv | investigation: inv invest investig
investigator: inv invest | justice: just jst | juvenile: juv juvn | legal: leg lgl
library: lib | lieutenant: lt | management: mgmt mgt | manager: mgr | medical: med
memorial: mem meml | mental: mntl ment | mount: mt mtn | municipal: mun muni munic
national: natl nat | network: ntwk netwk | neighborhood: nbhd neighbourhood
office: ofc off offc ofce | officer: ofc off ofcr
organization: org organisation orgn | outreach: outr | partnership: pship partn
planning: plng | police: pol | prevention: prev | probation: prob | program: prog prgm pgm programme
prosecuting: pros | prosecutor: pros | protection: prot | protective: prot | psychiatric: psych
psychological: psych | public: pub publ | recovery: recov | refugee: ref | region: reg rgn
regional: reg rgnl | rehabilitation: rehab | residential: res resid | resource: res rsrc
road: rd | saint: st ste snt | school: sch schl | section: sec sect | security: sec
sergeant: sgt sergt | service: svc svcs srv srvc srvcs serv servs | sheriff: sher shrf shf
shelter: shltr shelt | social: soc socl | special: spec spcl | specialist: spec | state: st
street: st | substance: subst | superior: sup | supervisor: sup supv supvr spvr | support: supp spt
system: sys syst | technical: tech | therapist: ther | therapy: tx ther | training: trng trg
transitional: trans transl | transportation: trans transp | treatment: tx trtmt treatmt
university: univ | victim: vic vctm | violence: viol | vocational: voc | volunteer: vol
woman: wmn | women: wmn | workforce: wkforce wrkforce | youth: yth
north: n no | south: s so | east: e | west: w | northeast: ne | northwest: nw | southeast: se
southwest: sw | headquarters: hq | lower: lwr | upper: upr
"""


_SHORT_OF_PLACES = """
boulevard: blvd | bridge: brg | creek: crk | field: fld | garden: gdn | gardens: gdns
harbor: hbr harbour | haven: hvn | heights: hts hgts | highway: hwy | hill: hl | lake: lk | lane: ln
park: pk prk | place: pl | plaza: plz | point: pt | port: pt | river: rvr riv | springs: spgs
square: sq | station: sta stn | terrace: ter terr | township: twp | valley: vly | village: vlg
"""
"""Words of places' names too: a slip of the pen may well make one out of another."""


def _expansions(shorts_of_words: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for entry in shorts_of_words.strip().replace("\n", " | ").split("|"):
        word, _, shorts = entry.partition(":")
        for short in shorts.split():
            found.setdefault(short, []).append(word.strip())
    return {short: tuple(words) for short, words in found.items()}


EXPANSIONS = _expansions(_SHORT + _SHORT_OF_PLACES)
"""For each short form the words it may stand for."""
KNOWN = (
    frozenset(word for words in _expansions(_SHORT).values() for word in words)
    | GENERIC
    | LEVELS
    | _words(
        "abuse access action adult aid appointed assault attendance boy career care clerk "
        "connection criminal civil dental drop drug elder evening faith father female field fire "
        "force foster girl harbor haven help home homeless hope hotline house human interpretation "
        "job language law learning light line long male men mentor mentoring mobile morning mother "
        "mutual night new nurse open outpatient inpatient parent parole path peer post precinct "
        "principal private project prosecution rape regional rights runaway safe second senior "
        "sexual short skills staff start statewide step survivor task team teen term traffic "
        "trafficking training transition trauma truancy unit use victim ward water welfare witness "
        "work young zone"
    )
)
"""Words of the field: a slip of the pen makes none of them out of another."""
NUMBERS = {
    word: at
    for words in (
        "zero one two three four five six seven eight nine ten eleven twelve",
        "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    )
    for at, word in enumerate(words.split())
}
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii"
ROMAN = {word: at for at, word in enumerate(_ROMAN.split(), 1)}
_OPPOSITES = (
    "north | south | east | west | northeast | northwest | southeast | southwest | central",
    "upper | lower | inner | outer",
    "man men male boy father | woman women female girl mother lady",
    "adult | child children juvenile youth teen young kid adolescent minor | senior elder elderly",
    "city municipal | county | state statewide | federal national | regional | tribal",
    "day daytime | night overnight | morning | evening",
    "inpatient | outpatient | residential",
    "emergency | transitional | permanent",
    "short | long",
    "civil | criminal | family | probate",
    "prosecution prosecuting prosecutor | defense defender defence",
    "victim survivor | offender",
    "public | private",
    "probation | parole",
    "police | fire | sheriff",
    "mental | dental | physical",
    "jr junior | sr",
)
OPPOSITE = {
    word: (at, side)
    for at, group in enumerate(_OPPOSITES)
    for side, words in enumerate(group.split("|"))
    for word in words.split()
}
"""For each word that excludes others, the group it belongs to and its side in it."""
TITLES = _words(
    "officer ofc deputy detective det investigator inv sergeant sgt lieutenant lt captain capt "
    "chief agent judge hon honorable commissioner dr doctor mr mrs ms miss mx prof professor rev "
    "supervisor sup"
)
"""Words in front of a person's name that are no part of it."""
