// SPDX-License-Identifier: GPL-3.0-or-later
// Every page of the program in both languages, at every text size that is offered, on a small and a large screen: nothing that is written can't be
// read whole. With ONEDOOR_GALLERY set also in every look, and a picture of each.
#include "app/desk/program.h"
#include "tests/gui/clipped_texts.h"
#include "tests/gui/looking.h"
#include "ui/shell/main_window.h"
#include "ui/shell/work_frame.h"

#include <QApplication>
#include <QLabel>
#include <QTest>
#include <algorithm>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestLookMatrix : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everythingCanBeRead_data();
    void everythingCanBeRead();
    void whatIsCutIsFound();
};

void TestLookMatrix::everythingCanBeRead_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("look");
    QTest::addColumn<int>("percent");
    const QStringList looks{u"light"_s, u"dark"_s, u"contrast"_s};
    const bool all = wantsPictures();
    int row = 0;
    for (const QString& language : {u"zh_CN"_s, u"en"_s}) {
        for (const int percent : {100, 125, 150, 200}) {
            ++row;
            for (qsizetype look = 0; look < looks.size(); ++look) {
                if (all || look == row % looks.size()) // colours take no room: each size is measured in one of them
                    QTest::addRow("%s %s %d", qPrintable(language), qPrintable(looks.at(look)), percent) << language << looks.at(look) << percent;
            }
        }
    }
}

void TestLookMatrix::everythingCanBeRead()
{
    QFETCH(QString, language);
    QFETCH(QString, look);
    QFETCH(int, percent);
    Options options;
    options.demo = true;
    options.language = language;
    options.theme = look;
    options.textSize = percent;
    Program program(*qApp, options);
    QVERIFY(program.start());
    MainWindow* window = nullptr;
    for (QWidget* each : QApplication::topLevelWidgets()) {
        if (auto* main = qobject_cast<MainWindow*>(each))
            window = main;
    }
    QVERIFY(window);
    QStringList cut;
    for (const QSize& size : {QSize(1366, 768), QSize(1920, 1080)}) {
        window->resize(size);
        for (const QString& key : window->frame()->pageKeys()) {
            QVERIFY(window->frame()->showPage(key));
            QTest::qWait(120); // answers arrive, sheets have slid in
            const QString where = u"%1 at %2"_s.arg(key).arg(size.width());
            if (window->size() != size)
                cut << u"%1: the window takes %2×%3"_s.arg(where).arg(window->width()).arg(window->height());
            const bool isTight = percent == 200 && size.width() < 1920;
            for (const QString& each : clippedTexts(window, isTight ? Scrolling::Both : Scrolling::Down))
                cut << where + u": "_s + each;
            if (wantsPictures())
                window->grab().save(u"%1_%2_%3_%4_%5.png"_s.arg(key, language, look).arg(percent).arg(size.width()));
        }
    }
    cut.removeDuplicates();
    QVERIFY2(cut.isEmpty(), qPrintable(u'\n' + cut.join(u'\n')));
}

/// It would say so.
void TestLookMatrix::whatIsCutIsFound()
{
    QWidget around;
    around.resize(200, 200);
    QLabel label(u"Waiting for somebody to call the next visitor"_s, &around);
    label.setGeometry(0, 0, 60, 60);
    QLabel inside(u"whole"_s, &around);
    inside.setGeometry(0, 70, 190, 60);
    QLabel outside(u"ok"_s, &around);
    outside.setGeometry(150, 140, 100, 60);
    around.show();
    const QStringList found = clippedTexts(&around);
    QVERIFY(std::none_of(found.begin(), found.end(), [](const QString& each) { return each.contains(u"whole"); }));
    QVERIFY2(std::any_of(found.begin(), found.end(), [](const QString& each) { return each.contains(u"Waiting"); }), qPrintable(found.join(u'\n')));
    QVERIFY2(std::any_of(found.begin(), found.end(), [](const QString& each) { return each.contains(u"across"); }), qPrintable(found.join(u'\n')));
}

QTEST_MAIN(TestLookMatrix)
#include "tst_look_matrix.moc"
