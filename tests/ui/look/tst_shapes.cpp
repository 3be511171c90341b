// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/fonts.h"
#include "ui/look/row_painter.h"
#include "ui/look/shapes.h"

#include <QImage>
#include <QTest>

#include <set>

using namespace nutgraf;

namespace {

constexpr int ShapeCount = static_cast<int>(look::Shape::Waiting) + 1;

QImage drawn(look::Shape shape, const look::Colours &colours)
{
    QImage image(56, 56, QImage::Format_RGB32);
    image.fill(colours.paper);
    QPainter painter(&image);
    look::paintShape(painter, image.rect(), shape, colours);
    return image;
}

/// The picture without colours: what a black-and-white print would keep.
QByteArray outline(const QImage &image, const QColor &paper)
{
    QByteArray bits;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            bits.append(image.pixelColor(x, y) == paper ? ' ' : '#');
        }
    }
    return bits;
}

} // namespace

class TestShapes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void statesDifferWithoutColour();
    void iconFollowsTheSizeAskedFor();
    void chipOfNobodyIsDashedAndOfSomeoneTinted();
    void rowsShowTheirWords();
    void specimen();
};

void TestShapes::statesDifferWithoutColour()
{
    const look::Colours &colours = look::lightColours();
    std::set<QByteArray> outlines;
    for (int i = 0; i < ShapeCount; ++i) {
        outlines.insert(outline(drawn(static_cast<look::Shape>(i), colours), colours.paper));
    }
    // open and draft are one ring; confirmed and published one disc with a tick
    QCOMPARE(int(outlines.size()), ShapeCount - 2);
}

void TestShapes::iconFollowsTheSizeAskedFor()
{
    const QIcon icon = look::shapeIcon(look::Shape::Blocks, look::darkColours());
    QCOMPARE(icon.pixmap(14).size(), QSize(14, 14));
    QCOMPARE(icon.pixmap(QSize(28, 28), 2.0).deviceIndependentSize(), QSizeF(28, 28));
}

void TestShapes::chipOfNobodyIsDashedAndOfSomeoneTinted()
{
    const look::Colours &colours = look::lightColours();
    const auto centre = [&](int speaker) {
        QImage image(54, 34, QImage::Format_RGB32);
        image.fill(Qt::black);
        QPainter painter(&image);
        look::paintChip(painter, image.rect(), speaker, {}, colours, look::interfaceFont());
        return image.pixelColor(27, 17);
    };
    QCOMPARE(centre(0), look::speakerTint(colours, 0, colours.paper));
    QCOMPARE(centre(-1), colours.paper);
}

void TestShapes::rowsShowTheirWords()
{
    QImage image(300, 40, QImage::Format_RGB32);
    image.fill(look::lightColours().panel);
    const QImage empty = image;
    QPainter painter(&image);
    QStyleOptionViewItem option;
    option.rect = image.rect();
    option.font = look::interfaceFont();
    option.palette = look::paletteFor(look::lightColours());
    look::TwoLineRow row;
    row.shape = look::Shape::Confirmed;
    row.title = QStringLiteral("harbour-levy");
    look::paintRow(painter, option, row);
    painter.end();
    QVERIFY(image != empty);
}

/// Not a comparison: with NUTGRAF_PICTURES set, a sheet of all shapes is left there to be looked
/// at.
void TestShapes::specimen()
{
    const QString folder = qEnvironmentVariable("NUTGRAF_PICTURES");
    if (folder.isEmpty()) {
        QSKIP("set NUTGRAF_PICTURES to a folder to get the sheet of shapes");
    }
    QImage sheet(60 * ShapeCount, 200, QImage::Format_RGB32);
    sheet.fill(look::lightColours().paper);
    QPainter painter(&sheet);
    painter.fillRect(0, 100, sheet.width(), 100, look::darkColours().paper);
    for (int i = 0; i < ShapeCount; ++i) {
        for (int dark = 0; dark < 2; ++dark) {
            const look::Colours &colours = dark ? look::darkColours() : look::lightColours();
            const auto shape = static_cast<look::Shape>(i);
            look::paintShape(painter, QRectF(60 * i + 4, 100 * dark + 4, 42, 42), shape, colours);
            look::paintShape(painter, QRectF(60 * i + 4, 100 * dark + 50, 14, 14), shape, colours);
            const QRectF chip(QPointF(60 * i + 4, 100 * dark + 70),
                              look::chipSize(look::interfaceFont()));
            look::paintChip(painter, chip, i < 9 ? i - 1 : 0, QStringLiteral("OB"), colours,
                            look::interfaceFont());
        }
    }
    QVERIFY(sheet.save(folder + QStringLiteral("/shapes.png")));
}

QTEST_MAIN(TestShapes)
#include "tst_shapes.moc"
