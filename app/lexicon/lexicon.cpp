// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lexicon/lexicon.h"

#include <QStringTokenizer>

namespace nutgraf::lexicon {

namespace {

struct WordList {
    quint32 classes;
    QStringView words;
};

const WordList Lists[] = {
    {word::Determiner,
     u"the a an this that these those some many several most few all each every any no another "
     u"both other more two three four five six seven eight nine ten dozens hundreds thousands"},
    {word::Possessive, u"his her their its my our your whose"},
    {word::Pronoun, u"he she they it we i you"},
    {word::Relative, u"who which that"},
    {word::Preposition,
     u"of in on at for with from by to about against over under between among during into through "
     u"before after since until near toward towards without within across behind beyond despite "
     u"including than like as per via upon amid off outside inside around"},
    {word::Conjunction, u"and or but nor yet"},
    {word::Subordinator,
     u"because while when if although though whether unless since after before until as where "
     u"whereas once so"},
    {word::Auxiliary,
     u"is are was were be been being am has have had having will would shall should may might can "
     u"could must do does did isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't "
     u"shouldn't can't couldn't don't doesn't didn't cannot isn’t aren’t wasn’t weren’t hasn’t "
     u"haven’t hadn’t won’t wouldn’t shouldn’t can’t couldn’t don’t doesn’t didn’t"},
    {word::Adverb,
     u"not also later never then now still just again even already often recently repeatedly "
     u"previously once always soon simply only initially first further specifically long "
     u"reportedly publicly apparently clearly strongly openly quickly however meanwhile earlier "
     u"ever far very yet"},
    {word::Title | word::Starter,
     u"president prime minister chancellor king queen prince princess senator sen. rep. "
     u"representative congressman congresswoman gov. governor mayor mr. mrs. ms. miss mr mrs ms "
     u"dr. dr prof. professor gen. general col. colonel lt. capt. captain sgt. sergeant maj. major "
     u"adm. admiral judge justice sheriff secretary ambassador director chairman chairwoman chief "
     u"premier pope bishop archbishop cardinal rev. reverend sheikh ayatollah imam sir lady lord "
     u"dame commissioner speaker leader coach manager spokesman spokeswoman spokesperson attorney "
     u"detective officer inspector vice deputy former acting interim foreign defense defence "
     u"finance interior first counsel lawyer candidate rabbi father sister brother superintendent "
     u"analyst economist founder owner"},
    {word::Title | word::RoleNoun | word::Starter,
     u"prosecutor forecaster goalkeeper striker defender midfielder winger substitute "
     u"captain skipper surveyor trainer referee umpire biologist oceanographer scientist engineer "
     u"historian novelist singer actor actress author writer journalist columnist correspondent "
     u"editor publisher curator architect designer chef pilot farmer fisherman trader banker "
     u"broker "
     u"accountant surgeon nurse physician psychologist sociologist lobbyist activist campaigner "
     u"organiser organizer councillor councilman councilwoman alderman lawmaker legislator deputy "
     u"treasurer ombudsman envoy diplomat negotiator mediator investigator coroner magistrate "
     u"solicitor barrister paramedic firefighter constable warden headteacher lecturer researcher "
     u"pollster strategist aide adviser advisor chairperson chairwoman president-elect resident "
     u"shopkeeper driver conductor composer director-general undersecretary "
     u"backbencher whip senator-elect"},
    {word::RoleNoun,
     u"biologist oceanographer surveyor owner nurse opposition "
     u"spokesman spokeswoman spokesperson spokespeople official officials minister president "
     u"senator leader leaders director chairman chairwoman chief secretary aide aides adviser "
     u"advisers advisor advisors analyst analysts expert experts police prosecutors prosecutor "
     u"lawyer lawyers lawmakers lawmaker critics critic supporters campaign committee government "
     u"court judge report reports poll polls survey study statement company group agency officer "
     u"officers source sources researchers researcher scientists scientist economist economists "
     u"residents witnesses witness voters candidate candidates authorities diplomats diplomat "
     u"people men women man woman team party administration department ministry coach manager "
     u"captain author editor professor candidate mayor governor doctor doctors union council board "
     u"commission panel organizers activists nominee strategist operative founder commander "
     u"general teacher parents mother father wife husband son daughter brother sister friend "
     u"colleague reporters journalists newspaper network"},
    {word::Month,
     u"january february march april june july august september october november december jan. feb. "
     u"mar. apr. aug. sept. sep. oct. nov. dec. may"},
    {word::Weekday,
     u"monday tuesday wednesday thursday friday saturday sunday mon. tue. wed. thu. fri. sat. "
     u"sun."},
    {word::TimeWord,
     u"monday tuesday wednesday thursday friday saturday sunday week month year morning afternoon "
     u"evening night yesterday today tomorrow earlier later ago last"},
    {word::OrgHead,
     u"council ministry department agency administration party committee commission university "
     u"college school institute association union corp. corp inc. inc co. ltd ltd. plc llc group "
     u"bank court senate parliament congress assembly police army navy force forces guard bureau "
     u"office board foundation fund trust society federation league club fc united city's airlines "
     u"airways times post journal news press herald tribune gazette magazine radio television "
     u"broadcasting system systems network church company companies corporation center centre "
     u"hospital museum organization organisation authority service services house cabinet guild "
     u"coalition alliance movement front brigade industries holdings partners motors bros. "
     u"brothers systems technologies laboratories chamber kremlin team academy observatory "
     u"orchestra theatre theater works ferries line lines athletic rovers wanderers rangers albion "
     u"hotspur thistle sporting dynamo dinamo lokomotiv spartak exchange treasury securities "
     u"telegraph observer guardian insurance telecom telecommunications pharmaceuticals chemicals "
     u"stores hotels ag gmbh nv bhd pty unions militia embassy command"},
    {word::MiscHead,
     u"act charter treaty agreement accord accords convention constitution amendment cup open "
     u"championship championships olympics games prize award awards war revolution day festival "
     u"protocol plan pact bill bible code declaration series tour masters"},
    {word::PlaceHead,
     u"river street avenue road county lake island islands bay beach sea ocean gulf mountain "
     u"mountains mount valley city town village park square bridge airport province state district "
     u"peninsula strait canal coast hill hills heights harbour harbor port desert forest territory "
     u"region north south east west"},
    {word::Verb,
     u"go goes went gone come comes came take takes took taken get gets got make makes made give "
     u"gives gave given find keep keeps kept let lets put puts run runs ran became become becomes "
     u"began begin begins brought bring brings left leave leaves met meet meets held hold holds "
     u"won win wins lost lose loses sent send sends paid pay pays stood stand stands sat sit sits "
     u"fell fall falls rose rise rises grew grow led lead leads turned turn turns moved move moves "
     u"worked work works played play plays died killed arrested opened closed started ended "
     u"happened helped tried failed followed joined returned reached remained remains stayed used "
     u"served spent built broke broken drew driven fought flew hit cut caught bought sold taught "
     u"threw wore visited attended voted launched reacted"},
    {word::Inverts,
     u"said says asked wrote told added replied according tweeted explained noted recalled "
     u"continued argued warned declared insisted responded announced reported admitted joked "
     u"shouted"},
    {word::Noun,
     u"report reports credit credits support plan plans call calls claim claims view views hope "
     u"hopes fear fears "
     u"question questions comment comments request requests demand demands attack attacks show "
     u"shows need needs promise promises answer answers offer offers order orders estimate "
     u"estimates debate study studies state states vote votes protest protests cast read focus "
     u"target praise blame cheer cheers hint hints concern concerns worry bet bets dream dreams "
     u"desire want decision notes note doubt doubts guess thought saying finding findings reading "
     u"writing feeling warning ruling meaning meeting opening rule rules sign signs signal signals "
     u"charge charges challenge challenges list lists review reviews push pledge pledges vow vows "
     u"push bid bids threat stance back look looks sound sounds face faces cover covers mark marks "
     u"figure figures matter matters rally address project projects score scores present name "
     u"names slam slams blast blasts"},
    {word::Starter,
     u"there here what why how where when who which then thus after before during while although "
     u"though because since if unless until once as at by for from in into of on over to under "
     u"with without about against among amid despite and but or nor so yet not no yes also still "
     u"even just only now today tomorrow yesterday last next first second third earlier later "
     u"meanwhile however instead moreover officials police people experts critics supporters "
     u"voters residents witnesses prosecutors authorities researchers scientists analysts sources "
     u"members workers students teachers parents children women men nobody everyone everybody "
     u"someone something nothing everything anyone one two three four five six seven eight nine "
     u"ten many most some several few all both each every any another other others much more less "
     u"such like according asked speaking given despite perhaps maybe well look let please thank "
     u"thanks oh ok okay never always often sometimes again soon other asked using being having "
     u"going doing it's that's there's he's she's they're we're i'm you're let's don't i've we've "
     u"i'll we'll another rather either neither whether long full abstract poll update breaking "
     u"exclusive watch photo video related read share source image advertisement good new old "
     u"opposition club substitute great big high low early late total average local state federal "
     u"national world mother "
     u"father"},
    {word::Masculine,
     u"he his him mr. mr king prince sir lord father brother spokesman chairman congressman actor "
     u"husband son man boy"},
    {word::Feminine,
     u"she her hers mrs. mrs ms. ms miss queen princess lady dame mother sister spokeswoman "
     u"chairwoman congresswoman actress wife daughter woman girl"},
};

const WordList Genders[] = {
    {word::Feminine,
     u"abigail aisha alexandra alice alicia alison amanda amelia amy ana andrea angela angelina "
     u"anita ann anna anne annie ashley barbara beatrice beth betty beverly brenda caitlin carla "
     u"carly carmen carol caroline carolyn catherine cathy cecilia charlotte cheryl chloe "
     u"christina christine cindy claire clara claudia crystal cynthia daisy daniela dawn debbie "
     u"deborah debra diana diane donna doris dorothy edith eileen elaine eleanor elena elizabeth "
     u"ella ellen emily emma erica erin eva evelyn faith fatima fiona florence frances georgia "
     u"gina gladys gloria grace hannah harriet heather heidi helen hillary holly ingrid irene "
     u"isabel isabella jackie jane janet janice jennifer jenny jessica jill joan joanna joy joyce "
     u"judith judy julia julie juliet karen kate katherine kathleen kathryn kathy katie kirsten "
     u"kristen laura lauren leah leila leslie lillian lily linda lindsay lisa liz lois lola "
     u"loretta lorraine louise lucia lucy lynn margaret maria maría marie marilyn marina marta "
     u"martha mary maureen megan melania melanie melissa meredith michelle mildred miranda nadia "
     u"nancy naomi natalie natasha nicola nicole nikki nina nora olga olivia pamela patricia paula "
     u"penny phyllis priya rachel rebecca regina renee rita rosa rose ruby ruth sally salma "
     u"samantha sandra sara sarah serena shannon sharon sheila shirley silvia simone sofia sonia "
     u"sophia sophie stacy stella stephanie sue susan susanna suzanne svetlana sylvia tamara tanya "
     u"tara teresa theresa tina tracy valerie vanessa vera veronica victoria virginia vivian wanda "
     u"wendy yasmin zoe ayşe elif emine fatma zeynep astrid freya jana petra benazir indira marine "
     u"giorgia ursula dilma"},
};

EntityType typeOf(QStringView tag)
{
    if (tag == u"LOC")
        return EntityType::Location;
    return tag == u"ORG" ? EntityType::Organisation : EntityType::Misc;
}

} // namespace

const Lexicon &Lexicon::english()
{
    static const Lexicon lexicon;
    return lexicon;
}

Lexicon::Lexicon()
{
    for (const WordList &list : Lists)
        addWords(list.words, list.classes);
    for (const QStringView name : QStringTokenizer(givenNames(), u' ', Qt::SkipEmptyParts))
        m_classes[name.toString().toLower()] |= word::GivenName;
    for (const WordList &list : Genders)
        addWords(list.words, list.classes);
    for (const QStringView row : QStringTokenizer(cueTable(), u';', Qt::SkipEmptyParts)) {
        const QList<QStringView> cells = row.split(u' ');
        m_cues.insert(cells[0].toString(),
                      {cells[1].toInt(), cells[2].toInt(), cells[3].toInt(), cells[4].toInt()});
    }
    for (const QStringView row : QStringTokenizer(knownNames(), u';', Qt::SkipEmptyParts)) {
        const qsizetype equals = row.indexOf(u'=');
        const QString name = row.first(equals).toString();
        m_names.insert(name, typeOf(row.sliced(equals + 1)));
        m_capitals.insert(name.toUpper(), name);
        const QString first = name.section(u' ', 0, 0);
        m_longest[first] = std::max(m_longest.value(first), static_cast<int>(name.count(u' ') + 1));
    }
}

void Lexicon::addWords(QStringView words, quint32 classes)
{
    for (const QStringView word : QStringTokenizer(words, u' ', Qt::SkipEmptyParts))
        m_classes[word.toString()] |= classes;
}

std::optional<CueRates> Lexicon::cue(const QString &lower) const
{
    const auto it = m_cues.constFind(lower);
    return it == m_cues.constEnd() ? std::nullopt : std::optional(*it);
}

std::optional<EntityType> Lexicon::knownName(const QString &name) const
{
    const auto it = m_names.constFind(name);
    return it == m_names.constEnd() ? std::nullopt : std::optional(*it);
}

QString Lexicon::usualSpelling(const QString &name) const
{
    return m_capitals.value(name, name);
}

} // namespace nutgraf::lexicon
