<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>onedoor::Banner</name>
    <message>
        <source>Close message</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>onedoor::Chip</name>
    <message>
        <source>Press to remove</source>
        <translation>按下可移除</translation>
    </message>
</context>
<context>
    <name>onedoor::DataTable</name>
    <message>
        <source>Nothing here yet</source>
        <translation>暂无内容</translation>
    </message>
</context>
<context>
    <name>onedoor::ErrorSummary</name>
    <message numerus="yes">
        <source>Please check %n entries</source>
        <translation>
            <numerusform>请核对以下 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>onedoor::FormField</name>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
</context>
<context>
    <name>onedoor::LookupField</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>没有匹配结果</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在查找…</translation>
    </message>
</context>
<context>
    <name>onedoor::LookupPopup</name>
    <message>
        <source>Matches</source>
        <translation>匹配结果</translation>
    </message>
</context>
<context>
    <name>onedoor::PinField</name>
    <message numerus="yes">
        <source>PIN, %n digits</source>
        <translation>
            <numerusform>PIN 码，%n 位数字</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::ProgressStrip</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>onedoor::SecretField</name>
    <message>
        <source>Show what is typed</source>
        <translation>显示输入内容</translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation>隐藏输入内容</translation>
    </message>
</context>
<context>
    <name>onedoor::TicketBadge</name>
    <message>
        <source>Ticket %1, urgent</source>
        <translation>号码 %1，紧急</translation>
    </message>
    <message>
        <source>Ticket %1</source>
        <translation>号码 %1</translation>
    </message>
</context>
</TS>
