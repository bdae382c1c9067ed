// SPDX-License-Identifier: GPL-3.0-or-later
// The widgets under real key and mouse events. With ONEDOOR_GALLERY set, pictures of every look are written to the build folder.
#include "tests/gui/gallery.h"
#include "ui/widgets/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QTest>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestWidgets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void gallery_data();
    void gallery();

private:
    std::unique_ptr<Theme> m_theme;
};

void TestWidgets::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp, [] { return SystemLook{}; });
}

void TestWidgets::gallery_data()
{
    QTest::addColumn<Look>("look");
    QTest::addColumn<double>("scale");
    QTest::newRow("light") << Look::Light << 1.0;
    QTest::newRow("dark") << Look::Dark << 1.0;
    QTest::newRow("contrast") << Look::HighContrast << 1.0;
    QTest::newRow("large") << Look::Light << 1.5;
}

void TestWidgets::gallery()
{
    QFETCH(Look, look);
    QFETCH(double, scale);
    m_theme->setLook(look);
    m_theme->setTextScale(scale);
    const auto page = makeGallery();
    page->show();
    QVERIFY(QTest::qWaitForWindowExposed(page.get()));
    QTest::qWait(50);
    const QPixmap picture = page->grab();
    QCOMPARE(picture.toImage().pixelColor(2, 2).rgb(), tokens().window.rgb());
    if (qEnvironmentVariableIsSet("ONEDOOR_GALLERY"))
        QVERIFY(picture.save(u"" ONEDOOR_BINARY_DIR "/gallery-%1.png"_s.arg(QString::fromLatin1(QTest::currentDataTag()))));
    m_theme->setTextScale(1.0);
    m_theme->setLook(Look::Light);
}

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
