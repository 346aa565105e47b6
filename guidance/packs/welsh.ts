/**
 * The shipped packs in Welsh, by their English words. Awaiting review by a translator.
 * Names of documents, teams and products stay as they are; "Y Weinyddiaeth Gyfiawnder" is the Ministry's own Welsh name
 * (gov.uk/government/organisations/ministry-of-justice.cy, November 2026).
 */
export const welsh: Readonly<Record<string, string>> = {
  'Ministry of Justice': 'Y Weinyddiaeth Gyfiawnder',
  'Any organisation': 'Unrhyw sefydliad',
  'If unsure, ask your line manager.': 'Os nad ydych yn siŵr, gofynnwch i’ch rheolwr llinell.',
  'The version used here expired at the end of 2020. Later public versions differ in some contacts; those differences are noted beside each contact.':
    'Daeth y fersiwn a ddefnyddir yma i ben ddiwedd 2020. Mae rhai cysylltiadau’n wahanol mewn fersiynau cyhoeddus diweddarach; nodir y gwahaniaethau hynny wrth ymyl pob cysylltiad.',
  'The latest public wording of the service desk contacts that we found.':
    'Y geiriad cyhoeddus diweddaraf o gysylltiadau’r ddesg wasanaeth y daethom o hyd iddo.',
  'Your organisation may have its own rules. They come first.': 'Efallai bod gan eich sefydliad ei reolau ei hun. Y rheini sy’n dod gyntaf.',

  'Fit a privacy screen, so that only you can read your display.': 'Gosodwch sgrin preifatrwydd, fel mai dim ond chi all ddarllen eich sgrin.',
  'Turn your screen so that nobody can read it through a window.': 'Trowch eich sgrin fel na all neb ei darllen drwy ffenestr.',
  'Take video calls in a private space: not in a cafe or a waiting room, nor in a room you share at home.':
    'Cymerwch alwadau fideo mewn lle preifat: nid mewn caffi nac ystafell aros, nac mewn ystafell rydych yn ei rhannu gartref.',
  'Look out for people reading over your shoulder or listening in. Leave sensitive work for a private place.':
    'Cadwch lygad am bobl sy’n darllen dros eich ysgwydd neu’n clustfeinio. Gadewch waith sensitif ar gyfer lle preifat.',
  'Take even more care in public places and while you travel.': 'Byddwch yn fwy gofalus fyth mewn mannau cyhoeddus ac wrth deithio.',
  'Keep a clear desk: put papers away when you are done with them.': 'Cadwch ddesg glir: rhowch bapurau heibio pan fyddwch wedi gorffen â nhw.',
  'Shred papers you no longer need, or bring them back to an office for secure disposal. Never put them in your rubbish or recycling at home.':
    'Rhwygwch bapurau nad oes eu hangen arnoch mwyach, neu dewch â nhw’n ôl i swyddfa i’w gwaredu’n ddiogel. Peidiwch byth â’u rhoi yn eich sbwriel na’ch ailgylchu gartref.',
  'Think before you print. Work without paper where you can, above all without your own printer.':
    'Meddyliwch cyn argraffu. Gweithiwch heb bapur lle gallwch, ac yn anad dim heb eich argraffydd eich hun.',
  'If you have to print on your own printer, connect it with a USB cable rather than over Wi-Fi.':
    'Os oes rhaid i chi argraffu ar eich argraffydd eich hun, cysylltwch ef â chebl USB yn hytrach na thros Wi-Fi.',
  'Leave other people’s personal information out of what you print.': 'Gadewch wybodaeth bersonol pobl eraill allan o’r hyn rydych yn ei argraffu.',
  'Ask the information asset owner or your line manager before you print.':
    'Gofynnwch i berchennog yr ased gwybodaeth neu i’ch rheolwr llinell cyn i chi argraffu.',
  'Lock printed papers away until you can take them back to an office.': 'Clowch bapurau printiedig i ffwrdd nes y gallwch fynd â nhw’n ôl i swyddfa.',
  'Use headphones for every phone and video call.': 'Defnyddiwch glustffonau ar gyfer pob galwad ffôn a fideo.',
  'Check who could hear you: outside, in the next room or in a shared office.':
    'Gwiriwch pwy allai eich clywed: y tu allan, yn yr ystafell nesaf neu mewn swyddfa a rennir.',
  'Notice who is around you before you speak, and choose what you say out loud.':
    'Sylwch ar bwy sydd o’ch cwmpas cyn i chi siarad, a dewiswch beth rydych yn ei ddweud yn uchel.',
  'Switch off smart speakers and voice assistants during calls: they may be listening.':
    'Diffoddwch seinyddion clyfar a chynorthwywyr llais yn ystod galwadau: efallai eu bod yn gwrando.',
  'Before you forward a message, read what is further down the chain.': 'Cyn i chi anfon neges ymlaen, darllenwch beth sydd ymhellach i lawr y gadwyn.',
  'Find out who is on a group address before you write to it.': 'Darganfyddwch pwy sydd ar gyfeiriad grŵp cyn i chi ysgrifennu ato.',
  'Check once more who will receive your message.': 'Gwiriwch unwaith eto pwy fydd yn derbyn eich neges.',
  'Keep work in your work account: never send it to a personal mailbox, not even to your own.':
    'Cadwch waith yn eich cyfrif gwaith: peidiwch byth â’i anfon i flwch post personol, hyd yn oed eich un chi.',
  'Keep your password to yourself, and keep account details safe.': 'Cadwch eich cyfrinair i chi’ch hun, a chadwch fanylion cyfrifon yn ddiogel.',
  'Keep passwords in a password manager, not on paper.': 'Cadwch gyfrineiriau mewn rheolwr cyfrineiriau, nid ar bapur.',
  'Lock your computer every time you walk away, even for a moment. Shut it down when you will be gone for long.':
    'Clowch eich cyfrifiadur bob tro y byddwch yn cerdded i ffwrdd, hyd yn oed am eiliad. Caewch ef i lawr pan fyddwch i ffwrdd am amser hir.',
  'Wear your ID badge inside the office and take it off when you leave: it shows whom you work for.':
    'Gwisgwch eich bathodyn adnabod yn y swyddfa a thynnwch ef pan fyddwch yn gadael: mae’n dangos i bwy rydych yn gweithio.',
  'Do not tell the world around you that you work with the organisation’s material.':
    'Peidiwch â dweud wrth y byd o’ch cwmpas eich bod yn gweithio gyda deunydd y sefydliad.',
  'Be extra careful with messages you did not expect. People use crises in the news to get at information and accounts.':
    'Byddwch yn arbennig o ofalus gyda negeseuon nad oeddech yn eu disgwyl. Mae pobl yn defnyddio argyfyngau yn y newyddion i gael gafael ar wybodaeth a chyfrifon.',
  'Use the organisation’s equipment for work rather than your own.': 'Defnyddiwch offer y sefydliad ar gyfer gwaith yn hytrach na’ch offer eich hun.',
  'Nobody else uses your work equipment or sees your work, and that includes your family.':
    'Nid oes neb arall yn defnyddio eich offer gwaith nac yn gweld eich gwaith, ac mae hynny’n cynnwys eich teulu.',
  'Keep your equipment with you. It is lost and stolen more often away from home and office.':
    'Cadwch eich offer gyda chi. Mae’n cael ei golli a’i ddwyn yn amlach oddi cartref ac o’r swyddfa.',
  'Keep information and equipment safe wherever you work: that is part of your job.':
    'Cadwch wybodaeth ac offer yn ddiogel ble bynnag y byddwch yn gweithio: mae hynny’n rhan o’ch swydd.',
  'The usual policies and procedures hold when you work remotely.': 'Mae’r polisïau a’r gweithdrefnau arferol yn berthnasol pan fyddwch yn gweithio o bell.',
  'All of this holds while you travel, too.': 'Mae hyn i gyd yn berthnasol wrth deithio hefyd.',
  'Report problems and ask questions quickly. Nobody is blamed for reporting: it makes work safer for everyone.':
    'Rhowch wybod am broblemau a gofynnwch gwestiynau’n gyflym. Nid oes neb yn cael ei feio am roi gwybod: mae’n gwneud gwaith yn fwy diogel i bawb.',

  'General enquiries, theft and loss': 'Ymholiadau cyffredinol, lladrad a cholled',
  Incidents: 'Digwyddiadau',
  'If you work for an agency or an arm’s length body, follow your local incident guidance.':
    'Os ydych yn gweithio i asiantaeth neu gorff hyd braich, dilynwch eich canllawiau lleol ar ddigwyddiadau.',
  'Privacy advice': 'Cyngor ar breifatrwydd',
  'Cyber security advice': 'Cyngor ar seiberddiogelwch',
  'Historic paper files needed urgently': 'Ffeiliau papur hanesyddol sydd eu hangen ar frys',
  'For ministers, courts or public inquiries.': 'Ar gyfer gweinidogion, llysoedd neu ymchwiliadau cyhoeddus.',

  'Named by later guidance only. Needs your work account.': 'Wedi’i enwi gan ganllawiau diweddarach yn unig. Mae angen eich cyfrif gwaith.',
  'No longer monitored. Phone instead.': 'Nid yw’n cael ei fonitro mwyach. Ffoniwch yn lle hynny.',
  'If you get no answer, phone the Technology Service Desk on 0800 917 5148: later guidance says that it now serves Digital & Technology as well.':
    'Os na chewch ateb, ffoniwch y Technology Service Desk ar 0800 917 5148: mae canllawiau diweddarach yn dweud ei bod bellach yn gwasanaethu Digital & Technology hefyd.',
  'Later guidance says that this mailbox is no longer monitored.': 'Mae canllawiau diweddarach yn dweud nad yw’r blwch post hwn yn cael ei fonitro mwyach.',
  'Later guidance says that this channel is no longer monitored.': 'Mae canllawiau diweddarach yn dweud nad yw’r sianel hon yn cael ei monitro mwyach.',
  'Protecting information, on the intranet': 'Diogelu gwybodaeth, ar y fewnrwyd',
  'The address in later guidance.': 'Y cyfeiriad yn y canllawiau diweddarach.',
  'Later guidance gives security@justice.gov.uk instead.': 'Mae canllawiau diweddarach yn rhoi security@justice.gov.uk yn lle hynny.',

  'I sent something to the wrong person': 'Anfonais rywbeth at y person anghywir',
  'Undo or recall the message, if your mail still offers it.': 'Dadwnewch neu galwch y neges yn ôl, os yw eich e-bost yn dal i gynnig hynny.',
  'Tell the Operational Security Team and your line manager now. You do not have to know everything first.':
    'Dywedwch wrth yr Operational Security Team a’ch rheolwr llinell nawr. Nid oes rhaid i chi wybod popeth yn gyntaf.',
  'If you know the person who received it, ask them to delete it and to tell you when they have.':
    'Os ydych yn adnabod y person a’i derbyniodd, gofynnwch iddo ei dileu a rhoi gwybod i chi pan fydd wedi gwneud hynny.',
  'Keep the message in your sent folder: the team will need it.': 'Cadwch y neges yn eich ffolder negeseuon a anfonwyd: bydd ei hangen ar y tîm.',
  'When you sent it.': 'Pryd y gwnaethoch ei hanfon.',
  'What kind of information is in it, and about how many people.': 'Pa fath o wybodaeth sydd ynddi, ac am faint o bobl.',
  'How many people received it, and whether they work here.': 'Faint o bobl a’i derbyniodd, ac a ydynt yn gweithio yma.',
  'misdirected email mail breach recall oversharing wrong address attachment reply all bcc data leak incident':
    'e-bost camgyfeirio post torri toriad galw’n ôl rhannu gormod cyfeiriad anghywir atodiad ateb pawb bcc gollyngiad data digwyddiad',
  'I lost a device, or it was stolen': 'Collais ddyfais, neu cafodd ei dwyn',
  'Phone the service desk now, so that the device can be locked.': 'Ffoniwch y ddesg wasanaeth nawr, fel y gellir cloi’r ddyfais.',
  'Tell your line manager.': 'Dywedwch wrth eich rheolwr llinell.',
  'Report it to the police and note the incident reference.': 'Rhowch wybod i’r heddlu a nodwch gyfeirnod y digwyddiad.',
  'Where and when you last had it.': 'Ble a phryd yr oedd gennych ddiwethaf.',
  'Whether it was switched on and locked.': 'A oedd wedi’i throi ymlaen ac wedi’i chloi.',
  'What was with it: badge, papers, passwords.': 'Beth oedd gyda hi: bathodyn, papurau, cyfrineiriau.',
  'theft stolen laptop phone mobile tablet badge missing left on train':
    'lladrad dwyn gliniadur ffôn symudol llechen tabled bathodyn ar goll colli gadael ar drên',
  'I got a strange message, or clicked on something': 'Cefais neges ryfedd, neu cliciais ar rywbeth',
  'Leave the message as it is. Do not answer it, and open nothing more from it.':
    'Gadewch y neges fel y mae. Peidiwch â’i hateb, a pheidiwch ag agor dim arall ohoni.',
  'If you typed in a password, change it now from another page that you trust.':
    'Os gwnaethoch deipio cyfrinair, newidiwch ef nawr o dudalen arall rydych yn ymddiried ynddi.',
  'Tell the Operational Security Team, also when nothing seems to have happened.':
    'Dywedwch wrth yr Operational Security Team, hyd yn oed os nad yw’n ymddangos bod dim wedi digwydd.',
  'When it came, and from which address.': 'Pryd y daeth, ac o ba gyfeiriad.',
  'What you opened, clicked or typed in.': 'Beth wnaethoch ei agor, clicio arno neu ei deipio.',
  'phishing scam spam virus malware link attachment suspicious fraud ransomware password hacked':
    'gwe-rwydo sgam sbam feirws maleiswedd dolen atodiad amheus twyll meddalwedd wystlo cyfrinair hacio',
  'I need advice on privacy': 'Mae angen cyngor arnaf ar breifatrwydd',
  'Ask before you share. A question costs minutes, a mistake costs weeks.':
    'Gofynnwch cyn rhannu. Mae cwestiwn yn costio munudau, mae camgymeriad yn costio wythnosau.',
  'Whose information it is about.': 'Gwybodaeth am bwy yw hi.',
  'Who wants it, and what for.': 'Pwy sydd ei heisiau, ac at ba ddiben.',
  'personal data protection gdpr dpia impact assessment subject access sharing agreement question':
    'data personol diogelu gdpr dpia asesiad effaith gwrthrych mynediad rhannu cytundeb cwestiwn',
  'I need advice on cyber security': 'Mae angen cyngor arnaf ar seiberddiogelwch',
  'Ask early: advice is easier to take before something is built or bought.':
    'Gofynnwch yn gynnar: mae’n haws derbyn cyngor cyn i rywbeth gael ei adeiladu neu ei brynu.',
  'What you want to do, and by when.': 'Beth rydych am ei wneud, ac erbyn pryd.',
  'What happened, and when.': 'Beth ddigwyddodd, a phryd.',
  'risk consultant supplier system software app tool approval': 'risg ymgynghorydd cyflenwr system meddalwedd ap offeryn cymeradwyaeth',
  'I need an old paper file urgently': 'Mae angen hen ffeil bapur arnaf ar frys',
  'Say that it is for a minister, a court or a public inquiry, and by when you need it.':
    'Dywedwch ei bod ar gyfer gweinidog, llys neu ymchwiliad cyhoeddus, ac erbyn pryd mae ei hangen arnoch.',
  'The reference of the file, or its title and years.': 'Cyfeirnod y ffeil, neu ei theitl a’i blynyddoedd.',
  'historic records archive registry retention branston documents inquiry': 'hanesyddol cofnodion archif cofrestrfa cadw branston dogfennau ymchwiliad',
  'It is something else': 'Rhywbeth arall ydyw',
  'Ask your line manager, or phone the service desk. They know who can help.':
    'Gofynnwch i’ch rheolwr llinell, neu ffoniwch y ddesg wasanaeth. Maent yn gwybod pwy all helpu.',
  'help general enquiry question service desk printer kim knowledge information management':
    'cymorth help ymholiad cyffredinol cwestiwn desg wasanaeth argraffydd kim rheoli gwybodaeth',
  'Tell your line manager and your security or data protection team now. You do not have to know everything first.':
    'Dywedwch wrth eich rheolwr llinell a’ch tîm diogelwch neu ddiogelu data nawr. Nid oes rhaid i chi wybod popeth yn gyntaf.',
  'Phone your service desk now, so that the device can be locked.': 'Ffoniwch eich desg wasanaeth nawr, fel y gellir cloi’r ddyfais.',
  'If it was stolen, report it to the police and note the reference.': 'Os cafodd ei dwyn, rhowch wybod i’r heddlu a nodwch y cyfeirnod.',
  'Tell your security team or service desk, also when nothing seems to have happened.':
    'Dywedwch wrth eich tîm diogelwch neu’ch desg wasanaeth, hyd yn oed os nad yw’n ymddangos bod dim wedi digwydd.',
  'Ask your data protection officer before you share. A question costs minutes, a mistake costs weeks.':
    'Gofynnwch i’ch swyddog diogelu data cyn rhannu. Mae cwestiwn yn costio munudau, mae camgymeriad yn costio wythnosau.',

  'An address that had to stay secret': 'Cyfeiriad yr oedd yn rhaid ei gadw’n gyfrinachol',
  'This is about domestic violence and fear for children.': 'Mae hyn yn ymwneud â thrais domestig ac ofn dros blant.',
  'A woman had left a violent partner and built a safe home for herself and her children. Then a mistake at work gave him her address.':
    'Roedd menyw wedi gadael partner treisgar ac wedi creu cartref diogel iddi hi ei hun a’i phlant. Yna, oherwydd camgymeriad yn y gwaith, cafodd ef ei chyfeiriad.',
  'For her it was no single slip. It took away the one place where she had felt safe. The sleepless nights and the checking of windows came back. She now looks around outside before the children may leave the house, and they no longer walk to the car alone.':
    'Iddi hi nid un llithriad oedd hwn. Fe gollodd yr un lle yr oedd wedi teimlo’n ddiogel ynddo. Daeth y nosweithiau di-gwsg a’r gwirio ffenestri yn ôl. Mae hi bellach yn edrych o gwmpas y tu allan cyn i’r plant gael gadael y tŷ, ac nid ydynt yn cerdded at y car ar eu pennau eu hunain mwyach.',
  'What a mistake does to the person who made it': 'Yr hyn y mae camgymeriad yn ei wneud i’r person a’i gwnaeth',
  'This is about a family that had to move to keep a child safe.': 'Mae hyn yn ymwneud â theulu a fu’n rhaid iddo symud i gadw plentyn yn ddiogel.',
  'A member of staff sent out an adopted child’s new address by accident, and it reached the birth parents. The family could not feel safe any more. They left their home, their friends and their relatives.':
    'Anfonodd aelod o staff gyfeiriad newydd plentyn a fabwysiadwyd drwy ddamwain, a chyrhaeddodd y rhieni geni. Ni allai’r teulu deimlo’n ddiogel mwyach. Gadawsant eu cartref, eu ffrindiau a’u perthnasau.',
  'Months later the thought of it still made the member of staff feel ill. They knew that nothing could undo it.':
    'Fisoedd yn ddiweddarach roedd meddwl am y peth yn dal i wneud i’r aelod o staff deimlo’n sâl. Roedd yn gwybod na allai dim ei ddadwneud.',

  'National Cyber Security Centre: home working': 'Canolfan Genedlaethol Seiberddiogelwch: gweithio gartref',
  'Centre for the Protection of National Infrastructure: home working advice': 'Canolfan Diogelu Seilwaith Cenedlaethol: cyngor ar weithio gartref',
  'HMPPS advice on information assurance': 'Cyngor HMPPS ar sicrwydd gwybodaeth',
  'Opens only on the HMPPS intranet.': 'Dim ond ar fewnrwyd HMPPS y mae’n agor.',
};
