// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/gallery.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/lookup_field.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/status_line.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

class Gallery final : public QWidget {
public:
    Gallery();

private:
    QWidget* head();
    QWidget* form();
    QWidget* table();
    QWidget* buttons();
    QWidget* states();
    QWidget* icons();

    void fillPeople();

    QStandardItemModel m_people;
    QStandardItemModel m_queue;
};

Gallery::Gallery()
{
    resize(1366, 900);
    setAutoFillBackground(true);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(space::page, space::large, space::page, space::large);
    grid->setSpacing(space::large);
    grid->addWidget(head(), 0, 0, 1, 2);
    grid->addWidget(form(), 1, 0, 2, 1);
    grid->addWidget(table(), 1, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::large);
    row->addWidget(buttons());
    row->addWidget(states());
    grid->addLayout(row, 2, 1);
    grid->addWidget(icons(), 3, 0, 1, 2);
    auto* line = new StatusLine;
    line->addLeft(new StatusPiece(Icons::SyncOff, u"离线 · 待上传 3 条 · 上次同步 10:21"_s, Tone::Warning));
    line->addRight(new StatusPiece(Icons::Person, u"王芳 · 1 号窗口"_s));
    line->addRight(new StatusPiece(Icons::Keyboard, u"F1 快捷键"_s));
    grid->addWidget(line, 4, 0, 1, 2);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    grid->setRowStretch(1, 1);
}

QWidget* Gallery::head()
{
    auto* whole = new QWidget;
    auto* row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    auto* logo = new QLabel;
    logo->setPixmap(appIcon().pixmap(32, 32));
    auto* title = new QLabel(u"综合服务台"_s);
    setType(title, Type::Title, true);
    auto* lookup = new LookupField;
    lookup->setPlaceholderText(u"姓名、拼音、电话或证件号"_s);
    lookup->setMinimumWidth(scaled(420));
    fillPeople();
    lookup->setRoles(Qt::UserRole, Qt::UserRole + 1);
    lookup->setModel(&m_people);
    auto* range = new SegmentedControl(u"范围"_s);
    range->addSegment(Icons::Calendar, u"今天"_s, 1);
    range->addSegment(u"本周"_s, 7);
    range->addSegment(u"本月"_s, 30);
    auto* tabs = new QTabBar;
    for (const auto& name : {u"接待"_s, u"叫号"_s, u"事项"_s, u"统计"_s})
        tabs->addTab(name);
    row->addWidget(logo);
    row->addWidget(title);
    row->addSpacing(space::large);
    row->addWidget(tabs);
    row->addStretch(1);
    row->addWidget(range);
    row->addWidget(lookup);
    return whole;
}

void Gallery::fillPeople()
{
    const QList<QStringList> people{{u"张建华"_s, u"男 · 1978 年 · 4201**********1234"_s, u"上次来访 3 月 2 日"_s},
        {u"张健华"_s, u"女 · 1990 年 · 138****0000"_s, u"上次来访 1 月 15 日"_s}, {u"章剑桦"_s, u"男 · 1985 年 · 无证件"_s, {}}};
    for (const QStringList& person : people) {
        auto* item = new QStandardItem(person.at(0));
        item->setData(person.at(1), Qt::UserRole);
        item->setData(person.at(2), Qt::UserRole + 1);
        m_people.appendRow(item);
    }
}

QWidget* Gallery::form()
{
    auto* card = new Card;
    auto* heading = new SectionHeading(u"来访登记"_s);
    heading->addTrailing(new Badge(Icons::Edit, u"草稿"_s, Tone::Muted));
    card->body()->addWidget(heading);
    auto* name = new FormField(u"姓名"_s, new TextField);
    name->setRequired(true);
    static_cast<TextField*>(name->editor())->setText(u"欧阳海燕"_s);
    auto* document = new FormField(u"证件号码"_s, new TextField);
    static_cast<TextField*>(document->editor())->setText(u"42019919900307123"_s);
    document->setError(u"身份证号应为 18 位，现为 17 位"_s);
    auto* phone = new FormField(u"联系电话"_s, new TextField);
    phone->setHint(u"用于通知办理进度，可不填"_s);
    auto* kind = new QComboBox;
    kind->addItems({u"矛盾纠纷调解"_s, u"劳动争议"_s, u"法律咨询"_s});
    auto* people = new QSpinBox;
    people->setValue(3);
    people->setSuffix(u" 人"_s);
    auto* two = new QHBoxLayout;
    two->setSpacing(space::medium);
    two->addWidget(new FormField(u"事项类别"_s, kind), 2);
    two->addWidget(new FormField(u"来访人数"_s, people), 1);
    auto* claim = new QPlainTextEdit(u"反映所住小区物业长期未公示维修资金使用情况，要求协调查阅账目。"_s);
    claim->setFixedHeight(72);
    auto* flags = new QHBoxLayout;
    auto* urgent = new QCheckBox(u"紧急"_s);
    auto* group = new QCheckBox(u"集体来访"_s);
    group->setChecked(true);
    auto* first = new QRadioButton(u"初次"_s);
    auto* again = new QRadioButton(u"再次"_s);
    again->setChecked(true);
    for (QWidget* widget : std::initializer_list<QWidget*>{urgent, group, first, again})
        flags->addWidget(widget);
    flags->addStretch(1);
    auto* actions = new QHBoxLayout;
    auto* save = new Button(Icons::Ticket, u"登记并取号"_s, Variant::Primary);
    save->setKeys(QKeySequence(Qt::CTRL | Qt::Key_Return));
    actions->addWidget(save);
    actions->addWidget(new Button(u"暂存"_s));
    actions->addStretch(1);
    actions->addWidget(new Button(u"取消"_s, Variant::Quiet));
    for (QWidget* field : std::initializer_list<QWidget*>{name, document, phone})
        card->body()->addWidget(field);
    card->body()->addLayout(two);
    card->body()->addWidget(new FormField(u"诉求内容"_s, claim));
    card->body()->addLayout(flags);
    card->body()->addStretch(1);
    card->body()->addLayout(actions);
    return card;
}

QWidget* Gallery::table()
{
    auto* card = new Card(nullptr, false);
    auto* table = new DataTable;
    m_queue.setHorizontalHeaderLabels({u"号码"_s, u"来访人"_s, u"事项"_s, u"状态"_s, u"等候（分）"_s});
    const QList<QStringList> rows{{u"A017"_s, u"张*华"_s, u"劳动报酬纠纷"_s, u"正在办理"_s, u"4"_s},
        {u"A018"_s, u"欧阳*燕"_s, u"物业服务纠纷"_s, u"等候"_s, u"12"_s}, {u"B003"_s, u"李*"_s, u"婚姻家庭咨询"_s, u"等候"_s, u"9"_s},
        {u"A019"_s, u"买买提·*"_s, u"法律援助申请"_s, u"过号"_s, u"31"_s}, {u"A020"_s, u"王*"_s, u"邻里纠纷"_s, u"等候"_s, u"2"_s}};
    for (const QStringList& row : rows) {
        QList<QStandardItem*> items;
        for (const QString& cell : row)
            items.append(new QStandardItem(cell));
        items.first()->setData(row.first() == u"A020"_s, Qt::UserRole);
        m_queue.appendRow(items);
    }
    for (QStandardItem* first : m_queue.findItems(u"A020"_s))
        for (int column = 1; column < 5; ++column)
            m_queue.item(first->row(), column)->setData(true, Qt::UserRole);
    table->setAccessibleName(u"当前队列"_s);
    table->setTicketColumn(0);
    table->setNumberColumns({4});
    table->setHighlightRole(Qt::UserRole);
    table->setBadgeColumn(3, [](const QModelIndex& index) {
        const QString word = index.data().toString();
        if (word == u"正在办理"_s)
            return BadgeValue{Icons::Begin, word, Tone::Success};
        return word == u"过号"_s ? BadgeValue{Icons::NoShow, word, Tone::Warning} : BadgeValue{Icons::Clock, word, Tone::Muted};
    });
    table->setModel(&m_queue);
    table->setStretchColumn(2);
    table->selectRow(1);
    auto* heading = new SectionHeading(u"当前队列"_s);
    heading->setCount(u"5 人"_s);
    heading->layout()->setContentsMargins(space::medium, space::small, space::small, 0);
    heading->addTrailing(Button::iconOnly(Icons::Filter, u"筛选"_s));
    heading->addTrailing(Button::iconOnly(Icons::More, u"更多"_s));
    card->body()->setSpacing(space::tight);
    card->body()->addWidget(heading);
    card->body()->addWidget(table);
    return card;
}

QWidget* Gallery::buttons()
{
    auto* card = new Card;
    card->body()->addWidget(new SectionHeading(u"叫号台"_s));
    auto* ticket = new QHBoxLayout;
    ticket->addWidget(new TicketBadge(u"A017"_s, Type::Display));
    auto* urgent = new TicketBadge(u"A111"_s);
    urgent->setUrgent(true);
    ticket->addWidget(urgent);
    ticket->addStretch(1);
    ticket->addWidget(new KeyHint(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)));
    card->body()->addLayout(ticket);
    auto* next = new Button(Icons::Call, u"呼叫下一位"_s, Variant::Primary);
    next->setKeys(QKeySequence(Qt::Key_F9));
    auto* again = new Button(Icons::Recall, u"重呼"_s);
    again->setKeys(QKeySequence(Qt::Key_F10));
    auto* off = new Button(Icons::Transfer, u"转移"_s);
    off->setEnabled(false);
    auto* row = new QHBoxLayout;
    row->addWidget(next);
    row->addWidget(again);
    row->addWidget(off);
    row->addStretch(1);
    auto* second = new QHBoxLayout;
    second->addWidget(new Button(Icons::NoShow, u"过号"_s, Variant::Danger));
    auto* tool = new QToolButton;
    tool->setIcon(icon(Icons::Print));
    tool->setAutoRaise(true);
    tool->setAccessibleName(u"打印"_s);
    second->addWidget(tool);
    second->addWidget(new Chip(u"劳动争议"_s));
    second->addStretch(1);
    card->body()->addLayout(row);
    card->body()->addLayout(second);
    card->body()->addStretch(1);
    return card;
}

QWidget* Gallery::states()
{
    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    auto* offline = new Banner(Tone::Warning, u"与区平台的连接已断开，登记和取号照常进行，恢复后自动上传。"_s);
    offline->setClosable(true);
    column->addWidget(offline);
    column->addWidget(new Banner(Tone::Danger, u"2 号窗口 10:32 修改了联系电话，请核对后保存。"_s));
    column->addWidget(new Banner(Tone::Success, u"已登记，号码 A020 已打印。"_s));
    auto* badges = new QHBoxLayout;
    badges->addWidget(new Badge(Icons::Finish, u"已办结"_s, Tone::Success));
    badges->addWidget(new Badge(Icons::Warning, u"临期"_s, Tone::Warning));
    badges->addWidget(new Badge(Icons::Error, u"逾期"_s, Tone::Danger));
    badges->addWidget(new Badge(Icons::Sync, u"待上传 3"_s, Tone::Info));
    badges->addStretch(1);
    column->addLayout(badges);
    column->addStretch(1);
    return whole;
}

QWidget* Gallery::icons()
{
    auto* card = new Card;
    auto* grid = new QGridLayout;
    grid->setSpacing(space::small);
    const int last = static_cast<int>(Icons::Window);
    constexpr int perRow = 40;
    for (int at = 0; at <= last; ++at)
        grid->addWidget(new IconLabel(static_cast<Icons>(at), 24), at / perRow, at % perRow);
    card->body()->addLayout(grid);
    return card;
}

} // namespace

void showGalleryOverlays(QWidget& gallery)
{
    auto* lookup = gallery.findChild<LookupField*>();
    gallery.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&gallery));
    lookup->setFocus();
    QTest::keyClicks(lookup->edit(), u"zjh"_s);
    QTest::qWait(100);
    QTest::keyClick(lookup->edit(), Qt::Key_Down);
    auto* undo = new QAction(u"撤销"_s, &gallery);
    undo->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z));
    Toast::show(&gallery, u"已登记 王* ，号码 A020"_s, undo);
}

Sheet* openGallerySheet(QWidget& gallery)
{
    auto* sheet = new Sheet(&gallery, u"登录"_s);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setSpacing(space::medium);
    auto* summary = new ErrorSummary;
    auto* account = new FormField(u"账号"_s, new TextField);
    auto* secret = new SecretField;
    secret->edit()->setText(u"correct horse"_s);
    auto* password = new FormField(u"口令"_s, secret);
    password->setRequired(true);
    account->setError(u"没有这个账号"_s);
    password->setError(u"口令不正确，还可再试 4 次"_s);
    auto* pin = new PinField;
    pin->setText(u"123"_s);
    auto* left = new FormField(u"角色"_s, new QComboBox, nullptr, FormField::LabelPosition::Left);
    left->setLabelWidth(80);
    left->setHint(u"决定可以看到的事项"_s);
    auto* progress = new ProgressStrip;
    progress->start();
    progress->setRange(0, 100);
    progress->setValue(60);
    auto* more = new QAction(u"登记来访"_s, sheet);
    more->setIcon(icon(Icons::PersonAdd));
    more->setShortcut(QKeySequence(Qt::Key_F2));
    auto* empty = new EmptyState(Icons::Queue, u"暂无等候"_s, u"取号后的来访人会显示在这里"_s);
    empty->setAction(more);
    column->addWidget(summary);
    column->addWidget(account);
    column->addWidget(password);
    column->addWidget(new FormField(u"PIN 码"_s, pin));
    column->addWidget(left);
    column->addWidget(progress);
    column->addWidget(empty, 1);
    sheet->setContent(content);
    sheet->addButton(new Button(u"取消"_s));
    sheet->addButton(new Button(Icons::Check, u"登录"_s, Variant::Primary));
    sheet->openSheet();
    summary->setErrorsOf({account, password});
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    return sheet;
}

std::unique_ptr<QWidget> makeGallery()
{
    return std::make_unique<Gallery>();
}

} // namespace onedoor
