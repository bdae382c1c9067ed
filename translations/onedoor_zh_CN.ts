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
    <name>onedoor::KeyMap</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>随处可用</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>General</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Move to the next field</source>
        <translation>移到下一项</translation>
    </message>
    <message>
        <source>Confirm the entry or the chosen row</source>
        <translation>确认输入或所选行</translation>
    </message>
    <message>
        <source>Close the list or the panel, or go back one level</source>
        <translation>关闭列表或面板，或返回上一级</translation>
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
    <name>onedoor::LookupModel</name>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Today&apos;s ticket: %1</source>
        <translation>今日号票：%1</translation>
    </message>
    <message>
        <source>born %1</source>
        <translation>%1 出生</translation>
    </message>
    <message>
        <source>document …%1</source>
        <translation>证件尾号 %1</translation>
    </message>
    <message>
        <source>no further details</source>
        <translation>暂无其他信息</translation>
    </message>
    <message>
        <source>here today: %1</source>
        <translation>今日在场：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n visits, last %1</source>
        <translation>
            <numerusform>来访 %n 次，最近 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>New visitor: %1</source>
        <translation>新来访人：%1</translation>
    </message>
    <message>
        <source>Opens the form with this name</source>
        <translation>以此姓名新建登记</translation>
    </message>
    <message>
        <source>Opens the form with this telephone number</source>
        <translation>以此电话新建登记</translation>
    </message>
    <message>
        <source>Opens the form with this document number</source>
        <translation>以此证件号码新建登记</translation>
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
    <name>onedoor::Sheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
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
<context>
    <name>onedoor::Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>onedoor::TodayModel</name>
    <message>
        <source>%1 +%2</source>
        <translation>%1 等 +%2 人</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>办理地点</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到达</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>等候</translation>
    </message>
</context>
<context>
    <name>onedoor::WaitLabel</name>
    <message>
        <source>%1, over the limit</source>
        <translation>%1，已超时</translation>
    </message>
    <message>
        <source>&lt; 1 min</source>
        <translation>不足 1 分钟</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
</context>
<context>
    <name>onedoor::Words</name>
    <message>
        <source>Visitor&apos;s details taken down</source>
        <translation>登记来访人信息</translation>
    </message>
    <message>
        <source>Visitor&apos;s details corrected</source>
        <translation>更正来访人信息</translation>
    </message>
    <message>
        <source>Visit registered</source>
        <translation>来访登记</translation>
    </message>
    <message>
        <source>Visit number given</source>
        <translation>编排来访序号</translation>
    </message>
    <message>
        <source>Matter taken down</source>
        <translation>登记诉求事项</translation>
    </message>
    <message>
        <source>Ticket issued</source>
        <translation>取号</translation>
    </message>
    <message>
        <source>Slip printed</source>
        <translation>号票已打印</translation>
    </message>
    <message>
        <source>Slip not printed</source>
        <translation>号票打印失败</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>叫号</translation>
    </message>
    <message>
        <source>Called again</source>
        <translation>重呼</translation>
    </message>
    <message>
        <source>Reception begun</source>
        <translation>开始接待</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>恢复接待</translation>
    </message>
    <message>
        <source>Did not come when called</source>
        <translation>过号</translation>
    </message>
    <message>
        <source>Back in the queue</source>
        <translation>重新排队</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>转移</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>办理完毕</translation>
    </message>
    <message>
        <source>Ticket withdrawn</source>
        <translation>号票撤销</translation>
    </message>
    <message>
        <source>Last act taken back</source>
        <translation>撤回上一步</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等候中</translation>
    </message>
    <message>
        <source>Being called</source>
        <translation>叫号中</translation>
    </message>
    <message>
        <source>Being served</source>
        <translation>接待中</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>已挂起</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>已过号</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Not printed yet</source>
        <translation>待打印</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>打印失败</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>Resident identity card</source>
        <translation>居民身份证</translation>
    </message>
    <message>
        <source>Residence permit (Hong Kong, Macao)</source>
        <translation>港澳居民居住证</translation>
    </message>
    <message>
        <source>Residence permit (Taiwan)</source>
        <translation>台湾居民居住证</translation>
    </message>
    <message>
        <source>Foreign permanent resident card</source>
        <translation>外国人永久居留身份证</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>护照</translation>
    </message>
    <message>
        <source>No document</source>
        <translation>无证件</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>未询问</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>At a court</source>
        <translation>法院诉讼中</translation>
    </message>
    <message>
        <source>In arbitration</source>
        <translation>仲裁中</translation>
    </message>
    <message>
        <source>In administrative review</source>
        <translation>行政复议中</translation>
    </message>
    <message>
        <source>&lt; 1 min</source>
        <translation>不足1分钟</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1小时%2分</translation>
    </message>
</context>
</TS>
