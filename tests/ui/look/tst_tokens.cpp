// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/tokens.h"

#include <QTest>

#include <cmath>

using namespace nutgraf;

namespace {

/// WCAG 2.1 relative luminance and contrast.
double luminance(const QColor &colour)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    const double ratio = (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
    return std::round(ratio * 10) / 10; // promises are made to one decimal
}

struct Promise {
    const char *name;
    QColor text;
    std::vector<QColor> grounds;
    double least;
};

std::vector<Promise> promises(const look::Colours &c)
{
    return {
        {"ink",
         c.ink,
         {c.paper, c.panel, c.window, c.raised, c.select, c.selectIdle, c.hover, c.ins, c.del},
         c.isDark ? 8.7 : 12.3},
        {"ink2",
         c.ink2,
         {c.paper, c.panel, c.window, c.raised, c.selectIdle, c.hover},
         c.isDark ? 5.5 : 5.2},
        {"onAccent", c.onAccent, {c.accent}, c.isDark ? 8.4 : 8.0},
        {"accent", c.accent, {c.paper, c.panel, c.window}, 6.0},
        {"ok", c.ok, {c.paper, c.panel}, 4.9},
        {"warn", c.warn, {c.paper, c.panel, c.select}, 4.9},
        {"danger", c.danger, {c.paper, c.panel, c.select}, 4.8},
        {"control", c.control, {c.paper, c.panel, c.window, c.raised}, 3.1},
        {"focus", c.accent, {c.select, c.selectIdle}, 3.0},
        {"insLine", c.insLine, {c.ins, c.paper}, 3.0},
        {"delLine", c.delLine, {c.del, c.paper}, 3.0},
    };
}

} // namespace

class TestTokens : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void contrastsKeepTheirPromises_data();
    void contrastsKeepTheirPromises();
    void speakersStandOutAndTheirTintsStayReadable();
    void ninthSpeakerReusesTheFirstColour();
    void setFollowsTheBaseOfThePalette();
    void unitsFollowTheFont();
};

void TestTokens::contrastsKeepTheirPromises_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<double>("least");
    for (const look::Colours *set : {&look::lightColours(), &look::darkColours()}) {
        for (const Promise &promise : promises(*set)) {
            for (std::size_t i = 0; i < promise.grounds.size(); ++i) {
                QTest::addRow("%s %s %d", set->isDark ? "dark" : "light", promise.name, int(i))
                    << promise.text << promise.grounds[i] << promise.least;
            }
        }
    }
}

void TestTokens::contrastsKeepTheirPromises()
{
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    QFETCH(double, least);
    const double found = contrast(text, ground);
    QVERIFY2(found >= least, qPrintable(QString::number(found)));
}

void TestTokens::speakersStandOutAndTheirTintsStayReadable()
{
    for (const look::Colours *set : {&look::lightColours(), &look::darkColours()}) {
        for (int i = 0; i < 8; ++i) {
            QVERIFY(contrast(look::speakerColour(*set, i), set->paper) >= 3.4);
            const QColor tint = look::speakerTint(*set, i, set->paper);
            QVERIFY(contrast(set->ink, tint) >= (set->isDark ? 9.1 : 12.6));
            QVERIFY(tint != set->paper);
        }
    }
}

void TestTokens::ninthSpeakerReusesTheFirstColour()
{
    const look::Colours &set = look::lightColours();
    QCOMPARE(look::speakerColour(set, 8), look::speakerColour(set, 0));
    QCOMPARE(look::speakerColour(set, -1), set.danger);
    QCOMPARE(look::speakerTint(set, -1, set.paper), set.paper);
}

void TestTokens::setFollowsTheBaseOfThePalette()
{
    QVERIFY(look::colours(look::paletteFor(look::darkColours())).isDark);
    QVERIFY(!look::colours(look::paletteFor(look::lightColours())).isDark);
    QPalette foreign;
    foreign.setColor(QPalette::Base, QColor(40, 30, 30));
    QVERIFY(look::colours(foreign).isDark);
}

void TestTokens::unitsFollowTheFont()
{
    QFont font;
    font.setPixelSize(13);
    const QFontMetricsF small(font);
    font.setPixelSize(26);
    const QFontMetricsF large(font);
    QVERIFY(look::units(large, 10) > look::units(small, 10) * 3 / 2);
    QCOMPARE(look::units(small, 0.01), 1);
    QCOMPARE(look::units(small, 0), 0);
}

QTEST_MAIN(TestTokens)
#include "tst_tokens.moc"
