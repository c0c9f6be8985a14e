// Countries as lists name them: a code of two or three letters, or the name in one of the languages lists come in.

import { foldText } from '../kernel/searchText';
import type { CountryCode } from './employeeDetails';

/** ISO 3166-1: two letters, then the three letters of the same country. */
const codes = `
  ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH
  BBBRB BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT
  BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB
  CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP
  ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB
  GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV HTHTI HUHUN IDIDN IEIRL
  ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM
  KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY
  MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT
  MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU
  NZNZL OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT
  REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR
  SNSEN SOSOM SRSUR SSSSD STSTP SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS
  TMTKM TNTUN TOTON TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN
  VGVGB VIVIR VNVNM VUVUT WFWLF WSWSM YEYEM YTMYT ZAZAF ZMZMB ZWZWE`;

/** The two letters of every country. */
export const countryCodes: readonly CountryCode[] = codes
  .trim()
  .split(/\s+/)
  .map((pair) => pair.slice(0, 2) as CountryCode);

const otherNames: Readonly<Record<string, string>> = {
  uk: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  'great britain': 'GB',
  grossbritannien: 'GB',
  britain: 'GB',
  'united states of america': 'US',
  'u s a': 'US',
  'u s': 'US',
  'etats unis damerique': 'US',
  eeuu: 'US',
  'ee uu': 'US',
  'stany zjednoczone ameryki': 'US',
  el: 'GR',
  holland: 'NL',
  'the netherlands': 'NL',
  'czech republic': 'CZ',
  tschechien: 'CZ',
  turkey: 'TR',
  'south korea': 'KR',
  korea: 'KR',
  'republic of ireland': 'IE',
  eire: 'IE',
  'ivory coast': 'CI',
  burma: 'MM',
  macedonia: 'MK',
  swaziland: 'SZ',
  'russian federation': 'RU',
  'viet nam': 'VN',
  uae: 'AE',
  xk: 'XK',
  kosovo: 'XK',
  brd: 'DE',
};

/** The languages of `importColumnNames.ts`. */
const languages = ['en', 'de', 'fr', 'es', 'nl', 'it', 'pl', 'pt'];

const key = (text: string): string =>
  foldText(text)
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
    .join(' ');

let codeByName: Map<string, CountryCode> | undefined;

/** Made when the first list with countries is read: it takes some milliseconds and most tablets never need it. */
function makeCodeByName(): Map<string, CountryCode> {
  const found = new Map<string, CountryCode>();
  const namers = languages.map(
    (language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }),
  );
  for (const pair of codes.trim().split(/\s+/)) {
    const code = pair.slice(0, 2) as CountryCode;
    found.set(code.toLowerCase(), code);
    found.set(pair.slice(2).toLowerCase(), code);
    for (const namer of namers) {
      const name = namer.of(code);
      if (name) found.set(key(name), code);
    }
  }
  for (const [name, code] of Object.entries(otherNames)) found.set(name, code as CountryCode);
  return found;
}

/** [I14] A country by its code or by its name; nothing when it is neither. */
export function readCountry(text: string): CountryCode | undefined {
  codeByName ??= makeCodeByName();
  const name = key(text);
  return codeByName.get(name) ?? codeByName.get(name.replace(/^the /, ''));
}
