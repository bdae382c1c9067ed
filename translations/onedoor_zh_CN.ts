<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ErrorText</name>
    <message>
        <source>waiting</source>
        <translation>等候中</translation>
    </message>
    <message>
        <source>called</source>
        <translation>已呼叫</translation>
    </message>
    <message>
        <source>being served</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>已暂挂</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>已过号</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>left</source>
        <translation>已离开</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>a decimal number</source>
        <translation>小数</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空</translation>
    </message>
    <message>
        <source>There is no ticket {ticket} today. Please check the number on the slip.</source>
        <translation>今天没有 {ticket} 号，请核对号票上的号码。</translation>
    </message>
    <message>
        <source>This ticket was not found. Please check the number on the slip.</source>
        <translation>未找到该号票，请核对号票上的号码。</translation>
    </message>
    <message>
        <source>Ticket {number} was already closed by {who} at {at}. If the visitor needs more help, issue another ticket.</source>
        <translation>{number} 号已由{who}于 {at} 办结；来访人如需继续办理，请重新取号。</translation>
    </message>
    <message>
        <source>This ticket is already closed. If the visitor needs more help, issue another ticket.</source>
        <translation>该号已办结；来访人如需继续办理，请重新取号。</translation>
    </message>
    <message>
        <source>Ticket {number} is at {place} with {who} since {at}. Please continue there, or ask for a transfer.</source>
        <translation>{number} 号自 {at} 起由{who}在{place}办理，请在该处继续办理或申请转办。</translation>
    </message>
    <message>
        <source>Ticket {number} is at {place}. Please continue there, or ask for a transfer.</source>
        <translation>{number} 号在{place}办理，请在该处继续办理或申请转办。</translation>
    </message>
    <message>
        <source>This ticket is at another place. Please continue there, or ask for a transfer.</source>
        <translation>该号在其他窗口或办公室办理，请在该处继续办理或申请转办。</translation>
    </message>
    <message>
        <source>Ticket {number} is still open at {place} since {at}. Finish, hold or transfer it before you call the next one.</source>
        <translation>{place}自 {at} 起正在办理 {number} 号，请先办结、暂挂或转办，再呼叫下一位。</translation>
    </message>
    <message>
        <source>Another ticket is still open here. Finish, hold or transfer it before you call the next one.</source>
        <translation>此处尚有号票正在办理，请先办结、暂挂或转办，再呼叫下一位。</translation>
    </message>
    <message>
        <source>{place} does not handle “{service}”. Please choose a place that does.</source>
        <translation>{place}不办理“{service}”，请选择可办理该事项的窗口或办公室。</translation>
    </message>
    <message>
        <source>This place does not handle that service. Please choose one that does.</source>
        <translation>此处不办理该事项，请选择可办理该事项的窗口或办公室。</translation>
    </message>
    <message>
        <source>Ticket {number} is kept for {place}. Please call it there, or transfer it first.</source>
        <translation>{number} 号已指定由{place}办理，请在该处呼叫，或先行转办。</translation>
    </message>
    <message>
        <source>This ticket is kept for another place. Please call it there, or transfer it first.</source>
        <translation>该号已指定其他窗口或办公室办理，请在该处呼叫，或先行转办。</translation>
    </message>
    <message>
        <source>{who} already called ticket {number} to {place} at {at}. Please call another one.</source>
        <translation>{who}已于 {at} 将 {number} 号呼叫至{place}，请呼叫其他号。</translation>
    </message>
    <message>
        <source>Ticket {number} was already called to {place} at {at}. Please call another one.</source>
        <translation>{number} 号已于 {at} 呼叫至{place}，请呼叫其他号。</translation>
    </message>
    <message>
        <source>This ticket was already called. Please call another one.</source>
        <translation>该号已被呼叫，请呼叫其他号。</translation>
    </message>
    <message>
        <source>Ticket {number} has been on hold at {place} since {at}. Please resume it instead of calling it.</source>
        <translation>{number} 号自 {at} 起在{place}暂挂，请使用“继续办理”。</translation>
    </message>
    <message>
        <source>This ticket is on hold. Please resume it instead of calling it.</source>
        <translation>该号处于暂挂状态，请使用“继续办理”。</translation>
    </message>
    <message>
        <source>Ticket {number} is not called now (it is {status}). Please call it first.</source>
        <translation>{number} 号当前为“{status}”，尚未处于呼叫状态，请先呼叫。</translation>
    </message>
    <message>
        <source>This ticket is not called now. Please call it first.</source>
        <translation>该号当前未处于呼叫状态，请先呼叫。</translation>
    </message>
    <message>
        <source>Ticket {number} has been called again {limit} times, the most this place allows. Please mark it as missed.</source>
        <translation>{number} 号已重复呼叫 {limit} 次，达到此处上限，请标记为过号。</translation>
    </message>
    <message>
        <source>This ticket was called as often as this place allows. Please mark it as missed.</source>
        <translation>该号呼叫次数已达上限，请标记为过号。</translation>
    </message>
    <message>
        <source>Ticket {number} is not being served now (it is {status}). Please begin with it first.</source>
        <translation>{number} 号当前为“{status}”，尚未开始办理，请先开始办理。</translation>
    </message>
    <message>
        <source>This ticket is not being served now. Please begin with it first.</source>
        <translation>该号尚未开始办理，请先开始办理。</translation>
    </message>
    <message>
        <source>Ticket {number} is not on hold (it is {status}), so it can&apos;t be resumed.</source>
        <translation>{number} 号当前为“{status}”，未暂挂，无需继续办理。</translation>
    </message>
    <message>
        <source>This ticket is not on hold, so it can&apos;t be resumed.</source>
        <translation>该号未暂挂，无需继续办理。</translation>
    </message>
    <message>
        <source>Ticket {number} is waiting already. Nothing needs to be done.</source>
        <translation>{number} 号已在等候，无需操作。</translation>
    </message>
    <message>
        <source>This ticket is waiting already. Nothing needs to be done.</source>
        <translation>该号已在等候，无需操作。</translation>
    </message>
    <message>
        <source>The ticket is for “{service}” already. Please choose another service or another place.</source>
        <translation>该号已属于“{service}”，请选择其他事项或其他窗口、办公室。</translation>
    </message>
    <message>
        <source>The ticket would stay where it is. Please choose another service or another place.</source>
        <translation>转办去向与当前一致，请选择其他事项或其他窗口、办公室。</translation>
    </message>
    <message>
        <source>There is nothing to take back for ticket {number}.</source>
        <translation>{number} 号没有可撤销的操作。</translation>
    </message>
    <message>
        <source>There is nothing to take back for this ticket.</source>
        <translation>该号没有可撤销的操作。</translation>
    </message>
    <message>
        <source>Another ticket is at {place} now. Finish or hold it, then take back the act on ticket {number}.</source>
        <translation>{place}正在办理其他号，请先办结或暂挂，再撤销 {number} 号的操作。</translation>
    </message>
    <message>
        <source>Another ticket is at that place now. Finish or hold it, then try again.</source>
        <translation>该处正在办理其他号，请先办结或暂挂后再撤销。</translation>
    </message>
    <message>
        <source>This act is more than {minutes} minutes old and can no longer be taken back.</source>
        <translation>该操作已超过 {minutes} 分钟，不能再撤销。</translation>
    </message>
    <message>
        <source>This act is too old to be taken back.</source>
        <translation>该操作已超过可撤销时限，不能再撤销。</translation>
    </message>
    <message>
        <source>Nobody is waiting for {place} now.</source>
        <translation>{place}当前没有等候人员。</translation>
    </message>
    <message>
        <source>Nobody is waiting now.</source>
        <translation>当前没有等候人员。</translation>
    </message>
    <message>
        <source>{who} has been signed in at {place} since {at}. Ask them to leave it, or take over.</source>
        <translation>{who}自 {at} 起在{place}值守，请联系其离岗，或选择接管。</translation>
    </message>
    <message>
        <source>{who} is signed in at {place}. Ask them to leave it, or take over.</source>
        <translation>{who}正在{place}值守，请联系其离岗，或选择接管。</translation>
    </message>
    <message>
        <source>Somebody else is signed in there. Ask them to leave it, or take over.</source>
        <translation>该处已有人值守，请联系其离岗，或选择接管。</translation>
    </message>
    <message>
        <source>The numbers of this series are used up for today (last: {limit}). Please tell the administrator.</source>
        <translation>今日该号段已用完（最后号码 {limit}），请联系系统管理员。</translation>
    </message>
    <message>
        <source>The numbers of this series are used up for today. Please tell the administrator.</source>
        <translation>今日该号段已用完，请联系系统管理员。</translation>
    </message>
    <message>
        <source>This record was changed by a newer version of the program. Please update this computer first.</source>
        <translation>该记录已由更新版本的程序修改，请先升级本机程序。</translation>
    </message>
    <message>
        <source>The personal details of this record have been erased as the law provides and can&apos;t be shown.</source>
        <translation>该记录的个人信息已依法删除，无法显示。</translation>
    </message>
    <message>
        <source>The login “{login}” is in use already. Please choose another one.</source>
        <translation>登录名“{login}”已被使用，请另选一个。</translation>
    </message>
    <message>
        <source>This login is in use already. Please choose another one.</source>
        <translation>该登录名已被使用，请另选一个。</translation>
    </message>
    <message>
        <source>A login begins with a letter and has 2 to 40 letters, digits, dots and hyphens, such as wang.fang.</source>
        <translation>登录名以字母开头，由 2 至 40 位字母、数字、点和连字符组成，例如 wang.fang。</translation>
    </message>
    <message>
        <source>There is no role “{role}”. Please choose one of: {known}.</source>
        <translation>没有“{role}”这一角色，可选：{known}。</translation>
    </message>
    <message>
        <source>There is no such role. Please choose one of the centre&apos;s roles.</source>
        <translation>没有该角色，请选择本中心已有的角色。</translation>
    </message>
    <message>
        <source>The login or the password is not right. Please try again.</source>
        <translation>登录名或密码不正确，请重新输入。</translation>
    </message>
    <message>
        <source>“at” can only be given in a rehearsal store. Please leave it out.</source>
        <translation>仅演练库可以指定“at”时间，请删去该项。</translation>
    </message>
    <message>
        <source>In a real store only the signed-in account may act. Please leave out “as”.</source>
        <translation>正式库只能以已登录的账号操作，请删去“as”。</translation>
    </message>
    <message>
        <source>There is no command or query “{name}”. Did you mean “{nearest}”?</source>
        <translation>没有“{name}”这一指令，是否为“{nearest}”？</translation>
    </message>
    <message>
        <source>There is no such command or query. “onedoorctl help” lists them all.</source>
        <translation>没有该指令，可用“onedoorctl help”查看全部指令。</translation>
    </message>
    <message>
        <source>This line is longer than {limit} bytes and was skipped. Please send it in smaller parts.</source>
        <translation>该行超过 {limit} 字节，已跳过，请拆分后再提交。</translation>
    </message>
    <message>
        <source>This line is too long and was skipped. Please send it in smaller parts.</source>
        <translation>该行过长，已跳过，请拆分后再提交。</translation>
    </message>
    <message>
        <source>The store was closed before this was answered. Please look whether it was carried out before you repeat it.</source>
        <translation>数据库在答复前已关闭，请先确认该操作是否已完成，再决定是否重试。</translation>
    </message>
    <message>
        <source>Your role may not do this. Please ask the administrator.</source>
        <translation>您的角色没有此项权限，请联系系统管理员。</translation>
    </message>
    <message>
        <source>This visit was not found. Please refresh and look again.</source>
        <translation>未找到该来访记录，请刷新后查看。</translation>
    </message>
    <message>
        <source>Choose a known visitor or enter a new one, not both.</source>
        <translation>请选择已有来访人或登记新来访人，二者只能选一。</translation>
    </message>
    <message>
        <source>Please choose a visitor or enter a new one.</source>
        <translation>请选择已有来访人，或登记新来访人。</translation>
    </message>
    <message>
        <source>The number of people must lie between 1 and {limit}.</source>
        <translation>来访人数应在 1 至 {limit} 之间。</translation>
    </message>
    <message>
        <source>The number of people is out of range. Please check it.</source>
        <translation>来访人数超出范围，请核对。</translation>
    </message>
    <message>
        <source>At most five people may represent a group, and no more than came. Please choose the representatives again.</source>
        <translation>代表人最多 5 名，且不得多于来访人数，请重新选择。</translation>
    </message>
    <message>
        <source>This visit was on another day ({day}). Please register a new visit for today.</source>
        <translation>该来访登记于 {day}，非今日来访，请重新登记。</translation>
    </message>
    <message>
        <source>This visit was on another day. Please register a new visit for today.</source>
        <translation>该来访非今日登记，请重新登记。</translation>
    </message>
    <message>
        <source>There is no service “{service}”. Please choose one from the list.</source>
        <translation>没有“{service}”这一事项，请从列表中选择。</translation>
    </message>
    <message>
        <source>There is no such service. Please choose one from the list.</source>
        <translation>没有该事项，请从列表中选择。</translation>
    </message>
    <message>
        <source>There is no priority “{priority}”. Please choose one from the list.</source>
        <translation>没有“{priority}”这一优先级，请从列表中选择。</translation>
    </message>
    <message>
        <source>There is no such priority. Please choose one from the list.</source>
        <translation>没有该优先级，请从列表中选择。</translation>
    </message>
    <message>
        <source>There is no outcome “{outcome}”. Please choose one from the list.</source>
        <translation>没有“{outcome}”这一办理结果，请从列表中选择。</translation>
    </message>
    <message>
        <source>There is no such outcome. Please choose one from the list.</source>
        <translation>没有该办理结果，请从列表中选择。</translation>
    </message>
    <message>
        <source>There is no reason “{reason}” for a hold. Please choose one from the list.</source>
        <translation>没有“{reason}”这一暂挂原因，请从列表中选择。</translation>
    </message>
    <message>
        <source>There is no such reason for a hold. Please choose one from the list.</source>
        <translation>没有该暂挂原因，请从列表中选择。</translation>
    </message>
    <message>
        <source>There is no zone “{zone}”. Please choose one from the list.</source>
        <translation>没有“{zone}”这一区域，请从列表中选择。</translation>
    </message>
    <message>
        <source>There is no such zone. Please choose one from the list.</source>
        <translation>没有该区域，请从列表中选择。</translation>
    </message>
    <message>
        <source>There is no place “{place}”. Please choose one from the list.</source>
        <translation>没有“{place}”这一窗口或办公室，请从列表中选择。</translation>
    </message>
    <message>
        <source>There is no such place. Please choose one from the list.</source>
        <translation>没有该窗口或办公室，请从列表中选择。</translation>
    </message>
    <message>
        <source>Please say at which window or room this happens, or sit down at one first.</source>
        <translation>请指明窗口或办公室，或先在某处上岗。</translation>
    </message>
    <message>
        <source>This person was not found. Please look them up again.</source>
        <translation>未找到该人员，请重新查找。</translation>
    </message>
    <message>
        <source>The date of birth lies in the future. Please check it.</source>
        <translation>出生日期晚于今天，请核对。</translation>
    </message>
    <message>
        <source>There is no such account. Please check the login.</source>
        <translation>没有该账号，请核对登录名。</translation>
    </message>
    <message>
        <source>An account needs at least one role. Please choose one.</source>
        <translation>账号至少需要一个角色，请选择。</translation>
    </message>
    <message>
        <source>This is the last administrator. Please make somebody else an administrator first.</source>
        <translation>这是最后一名系统管理员，请先指定其他系统管理员。</translation>
    </message>
    <message>
        <source>The centre&apos;s definition in this store can&apos;t be read here ({problem}). Please update this computer.</source>
        <translation>本机无法读取该数据库中的中心配置（{problem}），请升级本机程序。</translation>
    </message>
    <message>
        <source>The centre&apos;s definition in this store can&apos;t be read here. Please update this computer.</source>
        <translation>本机无法读取该数据库中的中心配置，请升级本机程序。</translation>
    </message>
    <message>
        <source>This store holds no centre. Please ask the administrator to restore a backup.</source>
        <translation>该数据库中没有中心配置，请联系系统管理员从备份恢复。</translation>
    </message>
    <message>
        <source>At most {limit} entries fit here. Please leave some out.</source>
        <translation>此处最多 {limit} 项，请减少。</translation>
    </message>
    <message>
        <source>There are too many entries here. Please leave some out.</source>
        <translation>此处条目过多，请减少。</translation>
    </message>
    <message>
        <source>Please fill in this field.</source>
        <translation>请填写此项。</translation>
    </message>
    <message>
        <source>At most {limit} characters fit here; there are {length}. Please shorten it.</source>
        <translation>此项最多 {limit} 个字，现有 {length} 个字，请精简。</translation>
    </message>
    <message>
        <source>This text is too long. Please shorten it.</source>
        <translation>内容过长，请精简。</translation>
    </message>
    <message>
        <source>Character {position} is a null character, which can&apos;t be stored. Please type the text again.</source>
        <translation>第 {position} 个字符为空字符，无法保存，请重新输入。</translation>
    </message>
    <message>
        <source>The text holds a null character, which can&apos;t be stored. Please type it again.</source>
        <translation>内容含有空字符，无法保存，请重新输入。</translation>
    </message>
    <message>
        <source>Character {position} is broken. Please type it again.</source>
        <translation>第 {position} 个字符已损坏，请重新输入。</translation>
    </message>
    <message>
        <source>The text holds a broken character. Please type it again.</source>
        <translation>内容含有损坏的字符，请重新输入。</translation>
    </message>
    <message>
        <source>Character {position} is a control character ({character}). Please delete it.</source>
        <translation>第 {position} 个字符为控制字符（{character}），请删除。</translation>
    </message>
    <message>
        <source>The text holds a control character. Please type it again.</source>
        <translation>内容含有控制字符，请重新输入。</translation>
    </message>
    <message>
        <source>Character {position} changes the direction of the text ({character}). Please delete it.</source>
        <translation>第 {position} 个字符会改变文字方向（{character}），请删除。</translation>
    </message>
    <message>
        <source>The text holds a character that changes its direction. Please type it again.</source>
        <translation>内容含有改变文字方向的字符，请重新输入。</translation>
    </message>
    <message>
        <source>Character {position} is invisible ({character}). Please delete it.</source>
        <translation>第 {position} 个字符不可见（{character}），请删除。</translation>
    </message>
    <message>
        <source>The text holds an invisible character. Please type it again.</source>
        <translation>内容含有不可见字符，请重新输入。</translation>
    </message>
    <message>
        <source>There are too many marks on one letter. Please type the text again.</source>
        <translation>同一字符上的附加符号过多，请重新输入。</translation>
    </message>
    <message>
        <source>This field holds one line only. Please remove the line break.</source>
        <translation>此项只能填写一行，请删除换行。</translation>
    </message>
    <message>
        <source>Please enter a telephone number.</source>
        <translation>请填写联系电话。</translation>
    </message>
    <message>
        <source>Character {position} does not belong in a telephone number. Please check it.</source>
        <translation>联系电话第 {position} 位不正确，请核对。</translation>
    </message>
    <message>
        <source>There is a character that does not belong in a telephone number. Please check it.</source>
        <translation>联系电话含有不应出现的字符，请核对。</translation>
    </message>
    <message>
        <source>The telephone number has {length} digits; it should have {expected}. Please check it.</source>
        <translation>联系电话有 {length} 位，应为 {expected} 位，请核对。</translation>
    </message>
    <message>
        <source>The telephone number is too long or too short. Please check it.</source>
        <translation>联系电话位数不正确，请核对。</translation>
    </message>
    <message>
        <source>This telephone number should begin with {expected}. Please check the first digits.</source>
        <translation>该电话号码应以 {expected} 开头，请核对前几位。</translation>
    </message>
    <message>
        <source>The telephone number begins wrongly. Please check the first digits.</source>
        <translation>联系电话开头不正确，请核对前几位。</translation>
    </message>
    <message>
        <source>Please enter the number of the document.</source>
        <translation>请填写证件号码。</translation>
    </message>
    <message>
        <source>The document number has {length} characters; it should have {expected}. Please check it.</source>
        <translation>证件号码有 {length} 位，应为 {expected} 位，请核对。</translation>
    </message>
    <message>
        <source>The document number is too long or too short. Please check it.</source>
        <translation>证件号码位数不正确，请核对。</translation>
    </message>
    <message>
        <source>Character {position} does not belong in this document number. Please check it.</source>
        <translation>证件号码第 {position} 位不正确，请核对。</translation>
    </message>
    <message>
        <source>There is a character that does not belong in this document number. Please check it.</source>
        <translation>证件号码含有不应出现的字符，请核对。</translation>
    </message>
    <message>
        <source>The last character does not fit the rest of the number; one of them is mistyped. Please check it against the document.</source>
        <translation>证件号码校验位不符，可能有输入错误，请对照证件核对。</translation>
    </message>
    <message>
        <source>The date of birth in the number lies in the future. Please check it against the document.</source>
        <translation>证件号码中的出生日期晚于今天，请对照证件核对。</translation>
    </message>
    <message>
        <source>The date of birth in the number lies too far back. Please check it against the document.</source>
        <translation>证件号码中的出生日期过早，请对照证件核对。</translation>
    </message>
    <message>
        <source>The date of birth in the number does not exist. Please check it against the document.</source>
        <translation>证件号码中的出生日期不存在，请对照证件核对。</translation>
    </message>
    <message>
        <source>A number of this kind of document begins with {expected}. Please check the number or the kind of document.</source>
        <translation>该类证件号码应以 {expected} 开头，请核对号码或证件类型。</translation>
    </message>
    <message>
        <source>The number does not fit this kind of document. Please check both.</source>
        <translation>号码与证件类型不符，请核对。</translation>
    </message>
    <message>
        <source>A document number was entered without a kind of document. Please choose the kind or clear the number.</source>
        <translation>已填写证件号码但未选择证件类型，请选择类型或清空号码。</translation>
    </message>
    <message>
        <source>This is not valid JSON at byte {offset}. Please check quotes, commas and brackets there.</source>
        <translation>JSON 在第 {offset} 字节处格式有误，请检查引号、逗号和括号。</translation>
    </message>
    <message>
        <source>This is not valid JSON. Please check quotes, commas and brackets.</source>
        <translation>JSON 格式有误，请检查引号、逗号和括号。</translation>
    </message>
    <message>
        <source>A JSON object in braces is expected here.</source>
        <translation>此处应为花括号括起的 JSON 对象。</translation>
    </message>
    <message>
        <source>The same field stands here twice. Please keep one of them.</source>
        <translation>同一字段出现两次，请保留一个。</translation>
    </message>
    <message>
        <source>The JSON is nested deeper than {limit} levels. Please check the brackets.</source>
        <translation>JSON 嵌套超过 {limit} 层，请检查括号。</translation>
    </message>
    <message>
        <source>The JSON is nested too deeply. Please check the brackets.</source>
        <translation>JSON 嵌套过深，请检查括号。</translation>
    </message>
    <message>
        <source>At most {limit} entries fit here; there are {count}. Please leave some out.</source>
        <translation>此处最多 {limit} 项，现有 {count} 项，请减少。</translation>
    </message>
    <message>
        <source>The name of a field is too long. Please check the quotes.</source>
        <translation>字段名过长，请检查引号。</translation>
    </message>
    <message>
        <source>The JSON is longer than {limit} bytes. Please send less at once.</source>
        <translation>JSON 超过 {limit} 字节，请分次提交。</translation>
    </message>
    <message>
        <source>The JSON is too long. Please send less at once.</source>
        <translation>JSON 过长，请分次提交。</translation>
    </message>
    <message>
        <source>There is no field “{name}”. Did you mean “{nearest}”?</source>
        <translation>没有“{name}”字段，是否为“{nearest}”？</translation>
    </message>
    <message>
        <source>There is no field “{name}”. Possible are: {known}.</source>
        <translation>没有“{name}”字段，可用字段：{known}。</translation>
    </message>
    <message>
        <source>There is no such field. Please check its name.</source>
        <translation>没有该字段，请核对字段名。</translation>
    </message>
    <message>
        <source>This field is required. Please give it.</source>
        <translation>此项为必填项，请补充。</translation>
    </message>
    <message>
        <source>This field takes {expected}, but got {found}.</source>
        <translation>此项应为{expected}，实际为{found}。</translation>
    </message>
    <message>
        <source>The value is of the wrong type. Please check it.</source>
        <translation>该值类型不正确，请核对。</translation>
    </message>
    <message>
        <source>The number must lie between {minimum} and {maximum}.</source>
        <translation>数值应在 {minimum} 至 {maximum} 之间。</translation>
    </message>
    <message>
        <source>The number is out of range. Please check it.</source>
        <translation>数值超出范围，请核对。</translation>
    </message>
    <message>
        <source>This word is not known here. Did you mean “{nearest}”?</source>
        <translation>该值无法识别，是否为“{nearest}”？</translation>
    </message>
    <message>
        <source>This word is not known here. Possible are: {known}.</source>
        <translation>该值无法识别，可选：{known}。</translation>
    </message>
    <message>
        <source>This word is not known here. Please check it.</source>
        <translation>该值无法识别，请核对。</translation>
    </message>
    <message>
        <source>An id has 32 hexadecimal digits. Please check it.</source>
        <translation>标识应为 32 位十六进制数，请核对。</translation>
    </message>
    <message>
        <source>A date looks like 2026-03-02. Please check it.</source>
        <translation>日期格式应为 2026-03-02，请核对。</translation>
    </message>
    <message>
        <source>A point in time looks like 2026-03-02T09:00:00+08:00. Please check it.</source>
        <translation>时间格式应为 2026-03-02T09:00:00+08:00，请核对。</translation>
    </message>
    <message>
        <source>This is not valid base64. Please check it.</source>
        <translation>base64 编码有误，请核对。</translation>
    </message>
    <message>
        <source>The value is not written as it should be. Please check it.</source>
        <translation>该值书写格式不正确，请核对。</translation>
    </message>
    <message>
        <source>This entry was not accepted. Please check it.</source>
        <translation>该内容未被接受，请核对。</translation>
    </message>
    <message>
        <source>This record was not found. Please refresh and look again.</source>
        <translation>未找到该记录，请刷新后查看。</translation>
    </message>
    <message>
        <source>Somebody else was first. Please refresh and look again.</source>
        <translation>该内容已被他人处理，请刷新后查看。</translation>
    </message>
    <message>
        <source>This is in use elsewhere. Please try again in a moment.</source>
        <translation>正被占用，请稍后重试。</translation>
    </message>
    <message>
        <source>The disk is full. Please make room and try again.</source>
        <translation>磁盘空间已满，请清理后重试。</translation>
    </message>
    <message>
        <source>The disk did not read or write as it should. Please tell the administrator.</source>
        <translation>磁盘读写异常，请联系系统管理员。</translation>
    </message>
    <message>
        <source>Stored data is damaged. Please tell the administrator.</source>
        <translation>已存数据损坏，请联系系统管理员。</translation>
    </message>
    <message>
        <source>This was written by a newer version of the program. Please update this computer.</source>
        <translation>该内容由更新版本的程序写入，请升级本机程序。</translation>
    </message>
    <message>
        <source>The key does not fit. Please check it.</source>
        <translation>密钥不符，请核对。</translation>
    </message>
    <message>
        <source>The program could not carry this out. Please repeat it; if it fails again, tell the administrator.</source>
        <translation>程序未能完成该操作，请重试；如仍失败，请联系系统管理员。</translation>
    </message>
    <message>
        <source>There is no file at {path}. Please check the folder.</source>
        <translation>{path} 不存在，请检查文件夹。</translation>
    </message>
    <message>
        <source>The store was not found. Please check the folder.</source>
        <translation>未找到数据库，请检查文件夹。</translation>
    </message>
    <message>
        <source>{path} can&apos;t be written. Please check the rights of the folder and that the disk is attached.</source>
        <translation>{path} 无法写入，请检查文件夹权限及磁盘是否已连接。</translation>
    </message>
    <message>
        <source>The store can&apos;t be written. Please check the rights of its folder and that the disk is attached.</source>
        <translation>数据库无法写入，请检查文件夹权限及磁盘是否已连接。</translation>
    </message>
    <message>
        <source>The disk is full. Please make room, then repeat your last step; nothing before it is lost.</source>
        <translation>磁盘空间已满，请清理后重复上一步；此前内容均已保存。</translation>
    </message>
    <message>
        <source>The disk did not read or write as it should ({path}). Please tell the administrator.</source>
        <translation>磁盘读写异常（{path}），请联系系统管理员。</translation>
    </message>
    <message>
        <source>{path} is damaged. Please stop working with it and ask the administrator to restore a backup.</source>
        <translation>{path} 已损坏，请停止使用并联系系统管理员从备份恢复。</translation>
    </message>
    <message>
        <source>The store is damaged. Please stop working with it and ask the administrator to restore a backup.</source>
        <translation>数据库已损坏，请停止使用并联系系统管理员从备份恢复。</translation>
    </message>
    <message>
        <source>This key does not open the store. Please check that it belongs to this store.</source>
        <translation>该密钥无法打开数据库，请确认密钥与数据库对应。</translation>
    </message>
    <message>
        <source>The store is in use elsewhere. Please try again in a moment.</source>
        <translation>数据库正被占用，请稍后重试。</translation>
    </message>
    <message>
        <source>This was recorded already. Please refresh and look again.</source>
        <translation>该内容已有记录，请刷新后查看。</translation>
    </message>
    <message>
        <source>This entry is too large to be stored. Please shorten it.</source>
        <translation>内容过大，无法保存，请精简。</translation>
    </message>
    <message>
        <source>The backup was stopped before it was complete. Please start it again.</source>
        <translation>备份已中止，尚未完成，请重新开始。</translation>
    </message>
    <message>
        <source>This copy of the program is not complete. Please install it again.</source>
        <translation>程序文件不完整，请重新安装。</translation>
    </message>
    <message>
        <source>{path} was not made by this program, or for another purpose. Please choose the right folder.</source>
        <translation>{path} 不是本程序的数据文件，或用途不符，请选择正确的文件夹。</translation>
    </message>
    <message>
        <source>This file was not made by this program. Please choose the right folder.</source>
        <translation>该文件不是本程序的数据文件，请选择正确的文件夹。</translation>
    </message>
    <message>
        <source>This store was written by a newer version of the program ({found}; this one knows {known}). Please update this computer.</source>
        <translation>该数据库由更新版本的程序写入（版本 {found}，本机支持 {known}），请升级本机程序。</translation>
    </message>
    <message>
        <source>This store was written by a newer version of the program. Please update this computer.</source>
        <translation>该数据库由更新版本的程序写入，请升级本机程序。</translation>
    </message>
    <message>
        <source>{path} is larger than it can be and was not read. Please choose the right file.</source>
        <translation>{path} 大小异常，未读取，请选择正确的文件。</translation>
    </message>
    <message>
        <source>The file is larger than it can be and was not read. Please choose the right file.</source>
        <translation>文件大小异常，未读取，请选择正确的文件。</translation>
    </message>
    <message>
        <source>An entry of the journal can&apos;t be read. Please ask the administrator to check the store.</source>
        <translation>日志中有条目无法读取，请联系系统管理员检查数据库。</translation>
    </message>
    <message>
        <source>Protected details can&apos;t be opened because they are damaged. Please ask the administrator to check the store.</source>
        <translation>受保护的内容已损坏，无法打开，请联系系统管理员检查数据库。</translation>
    </message>
    <message>
        <source>Protected details were written by a newer version of the program. Please update this computer.</source>
        <translation>受保护的内容由更新版本的程序写入，请升级本机程序。</translation>
    </message>
    <message>
        <source>The key does not fit these protected details. Please ask the administrator to check the store.</source>
        <translation>密钥与受保护的内容不符，请联系系统管理员检查数据库。</translation>
    </message>
    <message>
        <source>A PIN has {length} digits.</source>
        <translation>PIN 码应为 {length} 位数字。</translation>
    </message>
    <message>
        <source>A PIN has six digits.</source>
        <translation>PIN 码应为 6 位数字。</translation>
    </message>
    <message>
        <source>This PIN is too easy to guess. Please avoid repeated digits and runs.</source>
        <translation>PIN 码过于简单，请避免重复或连续数字。</translation>
    </message>
    <message>
        <source>A password has at least {minimum} characters.</source>
        <translation>密码至少 {minimum} 位。</translation>
    </message>
    <message>
        <source>The password is too short. Please choose a longer one.</source>
        <translation>密码过短，请使用更长的密码。</translation>
    </message>
    <message>
        <source>A password has at most {maximum} characters.</source>
        <translation>密码最多 {maximum} 位。</translation>
    </message>
    <message>
        <source>The password is too long. Please choose a shorter one.</source>
        <translation>密码过长，请使用更短的密码。</translation>
    </message>
    <message>
        <source>This password is too easy to guess. Please choose a longer phrase of your own.</source>
        <translation>密码过于简单，请自拟一句较长且不易猜测的内容。</translation>
    </message>
    <message>
        <source>This computer has too little free memory to check the password. Close other programs and try again.</source>
        <translation>本机可用内存不足，无法校验密码，请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>The recovery key has no “{character}”. Please compare it with the paper.</source>
        <translation>恢复密钥中不应有“{character}”，请对照纸质件核对。</translation>
    </message>
    <message>
        <source>The recovery key holds a character that it can&apos;t have. Please compare it with the paper.</source>
        <translation>恢复密钥含有不应出现的字符，请对照纸质件核对。</translation>
    </message>
    <message>
        <source>The recovery key has {wanted} characters. Please compare it with the paper.</source>
        <translation>恢复密钥应为 {wanted} 个字符，请对照纸质件核对。</translation>
    </message>
    <message>
        <source>The recovery key is too long or too short. Please compare it with the paper.</source>
        <translation>恢复密钥长度不正确，请对照纸质件核对。</translation>
    </message>
    <message>
        <source>Group {group} of the recovery key is mistyped. Please compare it with the paper.</source>
        <translation>恢复密钥第 {group} 组有误，请对照纸质件核对。</translation>
    </message>
    <message>
        <source>A group of the recovery key is mistyped. Please compare it with the paper.</source>
        <translation>恢复密钥有一组有误，请对照纸质件核对。</translation>
    </message>
    <message>
        <source>The key file of the store is damaged ({field}). Please restore it from a backup.</source>
        <translation>数据库密钥文件已损坏（{field}），请从备份恢复。</translation>
    </message>
    <message>
        <source>The key file of the store is damaged. Please restore it from a backup.</source>
        <translation>数据库密钥文件已损坏，请从备份恢复。</translation>
    </message>
    <message>
        <source>The key file was written by a newer version of the program. Please update this computer.</source>
        <translation>密钥文件由更新版本的程序写入，请升级本机程序。</translation>
    </message>
    <message>
        <source>This computer has too little free memory to open the store. Close other programs and try again.</source>
        <translation>本机可用内存不足，无法打开数据库，请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>At most {limit} people can have a key to this store. Please remove an account that is no longer used.</source>
        <translation>该数据库最多 {limit} 人持有密钥，请先删除不再使用的账号。</translation>
    </message>
    <message>
        <source>Too many people have a key to this store. Please remove an account that is no longer used.</source>
        <translation>持有该数据库密钥的人数已达上限，请先删除不再使用的账号。</translation>
    </message>
    <message>
        <source>This account or device has no key to the store. Please ask the administrator.</source>
        <translation>该账号或设备没有此数据库的密钥，请联系系统管理员。</translation>
    </message>
    <message>
        <source>This is the last key to the store and can&apos;t be removed. Please add another one first.</source>
        <translation>这是该数据库的最后一把密钥，不能删除，请先添加其他密钥。</translation>
    </message>
    <message>
        <source>The store is open in {program} on {host} already. Please close it there first.</source>
        <translation>该数据库已在 {host} 的 {program} 中打开，请先关闭。</translation>
    </message>
    <message>
        <source>The store is open in another program already. Please close it there first.</source>
        <translation>该数据库已在其他程序中打开，请先关闭。</translation>
    </message>
    <message>
        <source>There is a store in {path} already. Please choose an empty folder.</source>
        <translation>{path} 中已有数据库，请选择空文件夹。</translation>
    </message>
    <message>
        <source>There is a store in this folder already. Please choose an empty one.</source>
        <translation>该文件夹中已有数据库，请选择空文件夹。</translation>
    </message>
    <message>
        <source>The record changed meanwhile. Please refresh and try again.</source>
        <translation>该记录已有变化，请刷新后重试。</translation>
    </message>
    <message>
        <source>Entries before this one have not arrived yet. Please try again after the next exchange.</source>
        <translation>此前的条目尚未收到，请在下次同步后重试。</translation>
    </message>
    <message>
        <source>The journal does not follow on from what is stored. Please tell the administrator before you go on.</source>
        <translation>日志与已存内容不衔接，请先联系系统管理员。</translation>
    </message>
    <message>
        <source>The file is larger than {maximum} bytes. Please choose the right file.</source>
        <translation>文件超过 {maximum} 字节，请选择正确的文件。</translation>
    </message>
    <message>
        <source>The file is too large. Please choose the right file.</source>
        <translation>文件过大，请选择正确的文件。</translation>
    </message>
    <message>
        <source>This is not valid JSON near “{near}”. Please check quotes, commas and brackets.</source>
        <translation>“{near}”附近 JSON 格式有误，请检查引号、逗号和括号。</translation>
    </message>
    <message>
        <source>The file is nested deeper than {maximum} levels. Please check the brackets.</source>
        <translation>文件嵌套超过 {maximum} 层，请检查括号。</translation>
    </message>
    <message>
        <source>The file is nested too deeply. Please check the brackets.</source>
        <translation>文件嵌套过深，请检查括号。</translation>
    </message>
    <message>
        <source>“{key}” stands in line {firstLine} already. Please keep one of them.</source>
        <translation>“{key}”已在第 {firstLine} 行出现，请保留一个。</translation>
    </message>
    <message>
        <source>The same key stands here twice. Please keep one of them.</source>
        <translation>同一键名出现两次，请保留一个。</translation>
    </message>
    <message>
        <source>There is no key “{key}” here. Did you mean “{suggestion}”?</source>
        <translation>此处没有“{key}”，是否为“{suggestion}”？</translation>
    </message>
    <message>
        <source>There is no key “{key}” here. Please check its name.</source>
        <translation>此处没有“{key}”，请核对名称。</translation>
    </message>
    <message>
        <source>There is no such key here. Please check its name.</source>
        <translation>此处没有该键名，请核对。</translation>
    </message>
    <message>
        <source>This entry is required. Please add it.</source>
        <translation>此项为必填项，请补充。</translation>
    </message>
    <message>
        <source>This entry takes {expected}, but got {found}.</source>
        <translation>此项应为{expected}，实际为{found}。</translation>
    </message>
    <message>
        <source>The file has format {found}; this program reads {supported}. Please update the program or choose another file.</source>
        <translation>文件格式版本为 {found}，本程序支持 {supported}，请升级程序或更换文件。</translation>
    </message>
    <message>
        <source>This program can&apos;t read the file&apos;s format. Please update the program or choose another file.</source>
        <translation>本程序不支持该文件格式，请升级程序或更换文件。</translation>
    </message>
    <message>
        <source>The number must lie between {minimum} and {maximum}; it is {value}.</source>
        <translation>数值应在 {minimum} 至 {maximum} 之间，现为 {value}。</translation>
    </message>
    <message>
        <source>At least {minimum} entries are needed here; there are {count}.</source>
        <translation>此处至少 {minimum} 项，现有 {count} 项。</translation>
    </message>
    <message>
        <source>There are too few entries here. Please add some.</source>
        <translation>此处条目过少，请补充。</translation>
    </message>
    <message>
        <source>At most {maximum} entries fit here; there are {count}.</source>
        <translation>此处最多 {maximum} 项，现有 {count} 项。</translation>
    </message>
    <message>
        <source>The text is empty. Please fill it in.</source>
        <translation>文字为空，请填写。</translation>
    </message>
    <message>
        <source>At most {maximum} characters fit here; there are {length}. Please shorten it.</source>
        <translation>此处最多 {maximum} 个字，现有 {length} 个字，请精简。</translation>
    </message>
    <message>
        <source>The text is too long. Please shorten it.</source>
        <translation>文字过长，请精简。</translation>
    </message>
    <message>
        <source>Character {position} ({codePoint}) may not stand here. Please delete it.</source>
        <translation>第 {position} 个字符（{codePoint}）不允许使用，请删除。</translation>
    </message>
    <message>
        <source>The text holds a character that may not stand here. Please delete it.</source>
        <translation>文字含有不允许使用的字符，请删除。</translation>
    </message>
    <message>
        <source>A key begins with a small letter and holds letters and digits only, such as window2.</source>
        <translation>键名以小写字母开头，仅含字母和数字，例如 window2。</translation>
    </message>
    <message>
        <source>The Chinese text must hold Chinese characters.</source>
        <translation>中文内容应含有汉字。</translation>
    </message>
    <message>
        <source>The English text must hold Latin letters and no Chinese characters.</source>
        <translation>英文内容应为拉丁字母且不含汉字。</translation>
    </message>
    <message>
        <source>A division code has six digits.</source>
        <translation>行政区划代码应为 6 位数字。</translation>
    </message>
    <message>
        <source>A prefix has one to three capital letters other than I and O.</source>
        <translation>号码前缀为 1 至 3 个大写字母，不使用 I 和 O。</translation>
    </message>
    <message>
        <source>A file name is a relative path in small letters that ends in .json.</source>
        <translation>文件名应为以 .json 结尾的小写相对路径。</translation>
    </message>
    <message>
        <source>A permission is the name of a command, such as ticket.call or ticket.*.</source>
        <translation>权限应为指令名称，例如 ticket.call 或 ticket.*。</translation>
    </message>
    <message>
        <source>A time of day looks like 09:00.</source>
        <translation>时间格式应为 09:00。</translation>
    </message>
    <message>
        <source>A date looks like 2026-10-01.</source>
        <translation>日期格式应为 2026-10-01。</translation>
    </message>
    <message>
        <source>“{value}” is not known here. Did you mean “{suggestion}”?</source>
        <translation>“{value}”无法识别，是否为“{suggestion}”？</translation>
    </message>
    <message>
        <source>“{value}” is not known here. Possible are: {known}.</source>
        <translation>“{value}”无法识别，可选：{known}。</translation>
    </message>
    <message>
        <source>Nothing in this file has the key “{value}”. Did you mean “{suggestion}”?</source>
        <translation>文件中没有键名“{value}”，是否为“{suggestion}”？</translation>
    </message>
    <message>
        <source>Nothing in this file has the key “{value}”. Please check it.</source>
        <translation>文件中没有键名“{value}”，请核对。</translation>
    </message>
    <message>
        <source>Nothing in this file has this key. Please check it.</source>
        <translation>文件中没有该键名，请核对。</translation>
    </message>
    <message>
        <source>“{value}” stands in line {firstLine} already ({firstField}). Each must be different.</source>
        <translation>“{value}”已在第 {firstLine} 行使用（{firstField}），不得重复。</translation>
    </message>
    <message>
        <source>This value stands elsewhere already. Each must be different.</source>
        <translation>该值已在别处使用，不得重复。</translation>
    </message>
    <message>
        <source>Numbers with the prefix “{prefix}” could be mistaken for those with “{other}” (line {firstLine}). Please choose another prefix.</source>
        <translation>前缀“{prefix}”与第 {firstLine} 行的“{other}”容易混淆，请另选前缀。</translation>
    </message>
    <message>
        <source>Numbers with this prefix could be mistaken for others. Please choose another prefix.</source>
        <translation>该前缀容易与其他前缀混淆，请另选前缀。</translation>
    </message>
    <message>
        <source>The first number ({first}) lies above the last ({last}). Please swap or correct them.</source>
        <translation>起始号码（{first}）大于结束号码（{last}），请更正。</translation>
    </message>
    <message>
        <source>The first number lies above the last. Please correct them.</source>
        <translation>起始号码大于结束号码，请更正。</translation>
    </message>
    <message>
        <source>A block of {blockSize} numbers is larger than the whole series of {numbers}. Please make it smaller.</source>
        <translation>每次分配 {blockSize} 个号码，超过号段总数 {numbers}，请调小。</translation>
    </message>
    <message>
        <source>The block is larger than the whole series. Please make it smaller.</source>
        <translation>每次分配的号码数超过号段总数，请调小。</translation>
    </message>
    <message>
        <source>{digits} digits are too few for the number {lastNumber}. Please allow more digits.</source>
        <translation>{digits} 位数字不足以表示号码 {lastNumber}，请增加位数。</translation>
    </message>
    <message>
        <source>There are too few digits for the last number. Please allow more.</source>
        <translation>号码位数不足，请增加位数。</translation>
    </message>
    <message>
        <source>The span ends ({end}) before it begins ({begin}). Please correct it.</source>
        <translation>结束时间（{end}）早于开始时间（{begin}），请更正。</translation>
    </message>
    <message>
        <source>The span ends before it begins. Please correct it.</source>
        <translation>结束时间早于开始时间，请更正。</translation>
    </message>
    <message>
        <source>The span begins at {begin}, before the one above ends at {previousEnd}. Please correct them.</source>
        <translation>该时段 {begin} 开始，早于上一时段结束时间 {previousEnd}，请更正。</translation>
    </message>
    <message>
        <source>Two spans overlap. Please correct them.</source>
        <translation>两个时段重叠，请更正。</translation>
    </message>
    <message>
        <source>No place offers the service “{service}”. Please add it to a place or remove it.</source>
        <translation>没有窗口或办公室办理“{service}”，请补充或删除该事项。</translation>
    </message>
    <message>
        <source>No place offers this service. Please add it to a place or remove it.</source>
        <translation>没有窗口或办公室办理该事项，请补充或删除该事项。</translation>
    </message>
    <message>
        <source>Exactly one priority must have weight 0; there are {count}.</source>
        <translation>权重为 0 的优先级应有且仅有一个，现有 {count} 个。</translation>
    </message>
    <message>
        <source>Exactly one priority must have weight 0.</source>
        <translation>权重为 0 的优先级应有且仅有一个。</translation>
    </message>
    <message>
        <source>There are {count} more problems. Please correct these first.</source>
        <translation>另有 {count} 处问题，请先更正以上各项。</translation>
    </message>
    <message>
        <source>There are more problems. Please correct these first.</source>
        <translation>另有其他问题，请先更正以上各项。</translation>
    </message>
    <message>
        <source>Please name the folder of the store with --store.</source>
        <translation>请用 --store 指定数据库所在文件夹。</translation>
    </message>
    <message>
        <source>Please name the account with --login.</source>
        <translation>请用 --login 指定账号。</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read ({reason}). Please check the file.</source>
        <translation>无法读取 {path}（{reason}），请检查该文件。</translation>
    </message>
    <message>
        <source>The file with the secret can&apos;t be read. Please check it.</source>
        <translation>无法读取密码文件，请检查该文件。</translation>
    </message>
    <message>
        <source>There is no terminal to ask for the password. Please give --password-file or set ONEDOOR_PASSWORD.</source>
        <translation>当前没有可输入密码的终端，请使用 --password-file 或设置 ONEDOOR_PASSWORD。</translation>
    </message>
    <message>
        <source>The rehearsal is at {at} already, and time can&apos;t go back. Please give a later time or begin a new rehearsal.</source>
        <translation>演练时间已到 {at}，不能倒退，请指定更晚的时间或新建演练库。</translation>
    </message>
    <message>
        <source>Time can&apos;t go back in a rehearsal. Please give a later time or begin a new rehearsal.</source>
        <translation>演练时间不能倒退，请指定更晚的时间或新建演练库。</translation>
    </message>
    <message>
        <source>This can&apos;t be entered in the journal. Please tell the administrator what you were about to do.</source>
        <translation>这项内容无法记入日志。请把您正要办理的操作告诉管理员。</translation>
    </message>
    <message>
        <source>The lists could not be made anew. Please close the program and open it again.</source>
        <translation>列表未能重建，请关闭程序后重新打开。</translation>
    </message>
    <message>
        <source>This is the store of a real centre. Only a rehearsal store can be filled with invented visitors.</source>
        <translation>这是正式中心的数据库，只有演练库才能填充虚构来访数据。</translation>
    </message>
    <message>
        <source>The list of invented people is damaged. Please install the program again.</source>
        <translation>演练用虚构人员名单已损坏，请重新安装程序。</translation>
    </message>
    <message>
        <source>Please give a number of days from 1 to {limit}.</source>
        <translation>天数请填写 1 至 {limit}。</translation>
    </message>
    <message>
        <source>Please give a smaller number of days.</source>
        <translation>天数过多，请减少。</translation>
    </message>
    <message>
        <source>Please give a number of visitors a day from 1 to {limit}.</source>
        <translation>每日来访人数请填写 1 至 {limit}。</translation>
    </message>
    <message>
        <source>Please give a smaller number of visitors a day.</source>
        <translation>每日来访人数过多，请减少。</translation>
    </message>
    <message>
        <source>No account may register visitors and call them. Please create one first.</source>
        <translation>没有可登记和叫号的账号，请先新建账号。</translation>
    </message>
    <message>
        <source>The check was stopped before it was complete. Please start it again.</source>
        <translation>检查未完成即已停止，请重新开始。</translation>
    </message>
    <message>
        <source>{path} holds files already. Please choose an empty or a new folder.</source>
        <translation>{path} 中已有文件，请选择空文件夹或新文件夹。</translation>
    </message>
    <message>
        <source>The folder holds files already. Please choose an empty or a new one.</source>
        <translation>该文件夹中已有文件，请选择空文件夹或新文件夹。</translation>
    </message>
    <message>
        <source>There are files in {path}. Please say under which name they are to be kept, or choose another folder.</source>
        <translation>{path} 中已有文件，请指定其保留名称，或另选文件夹。</translation>
    </message>
    <message>
        <source>There are files in this folder. Please say under which name they are to be kept, or choose another one.</source>
        <translation>该文件夹中已有文件，请指定其保留名称，或另选文件夹。</translation>
    </message>
    <message>
        <source>The check of {path} found {findings} faults. Please verify the store, and keep the older backups.</source>
        <translation>检查 {path} 发现 {findings} 处问题，请核验数据库，并保留较早的备份。</translation>
    </message>
    <message>
        <source>The check of the journal found faults. Please verify the store, and keep the older backups.</source>
        <translation>检查日志发现问题，请核验数据库，并保留较早的备份。</translation>
    </message>
    <message>
        <source>{path} is not as the backup wrote it. Please use another backup.</source>
        <translation>{path} 与备份时写入的内容不一致，请使用其他备份。</translation>
    </message>
    <message>
        <source>This backup is not as it was written. Please use another one.</source>
        <translation>该备份与写入时不一致，请使用其他备份。</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read as the list of a backup. Please use another backup.</source>
        <translation>{path} 不是可读取的备份清单，请使用其他备份。</translation>
    </message>
    <message>
        <source>The list of this backup can&apos;t be read. Please use another one.</source>
        <translation>该备份的清单无法读取，请使用其他备份。</translation>
    </message>
    <message>
        <source>This backup was made by a newer version of the program. Please update this computer.</source>
        <translation>该备份由更高版本的程序生成，请升级本机程序。</translation>
    </message>
    <message>
        <source>Nothing can be saved from {path}. It was left as it is; please restore the newest backup.</source>
        <translation>{path} 中没有可以抢救的内容，文件已原样保留，请恢复最近的备份。</translation>
    </message>
    <message>
        <source>Nothing can be saved from this journal. It was left as it is; please restore the newest backup.</source>
        <translation>该日志中没有可以抢救的内容，文件已原样保留，请恢复最近的备份。</translation>
    </message>
    <message>
        <source>{who} changed ticket {number} at {at}: it is {status} at {place} now. Nothing was taken back.</source>
        <translation>{who}已于 {at} 处理 {number} 号，现为“{status}”（{place}），未作撤回。</translation>
    </message>
    <message>
        <source>{who} changed ticket {number} at {at}: it is {status} now. Nothing was taken back.</source>
        <translation>{who}已于 {at} 处理 {number} 号，现为“{status}”，未作撤回。</translation>
    </message>
    <message>
        <source>Somebody changed this ticket meanwhile. Nothing was taken back.</source>
        <translation>其他人员已处理该号，未作撤回。</translation>
    </message>
    <message>
        <source>This act on ticket {number} was taken back already: the ticket is {status} now.</source>
        <translation>{number} 号的该项操作已被撤回，现为“{status}”。</translation>
    </message>
    <message>
        <source>This act was taken back already.</source>
        <translation>该项操作已被撤回。</translation>
    </message>
    <message>
        <source>The disk did not confirm your last step. Please close the program, have the disk checked, and look after the restart whether the step is there.</source>
        <translation>磁盘没有确认保存您的上一步操作。请关闭程序，请人检查磁盘；重新启动后请核对该步操作是否还在。</translation>
    </message>
    <message>
        <source>There were too many wrong attempts with this login. Please wait {seconds} seconds, then try again.</source>
        <translation>该登录名错误次数过多，请等待 {seconds} 秒后再试。</translation>
    </message>
    <message>
        <source>There were too many wrong attempts with this login. Please wait some minutes, then try again.</source>
        <translation>该登录名错误次数过多，请等待几分钟后再试。</translation>
    </message>
    <message>
        <source>A new recovery key is made with an administrator&apos;s password only. Please sign in with it.</source>
        <translation>只能用管理员密码制作新的恢复密钥，请用密码登录。</translation>
    </message>
    <message>
        <source>No new recovery key is waiting to be proven. Please begin again.</source>
        <translation>没有待验证的新恢复密钥，请重新开始。</translation>
    </message>
    <message>
        <source>{path} exists already. If an interrupted run left it, please delete it; else name another file.</source>
        <translation>{path} 已存在。如为上次中断所遗留，请将其删除；否则请另取文件名。</translation>
    </message>
    <message>
        <source>The file exists already. If an interrupted run left it, please delete it; else name another one.</source>
        <translation>文件已存在。如为上次中断所遗留，请将其删除；否则请另取文件名。</translation>
    </message>
    <message>
        <source>{program} on the computer {host} has held the store since {lockedSince}. If it still runs, please close it there. If that computer was renamed, reinstalled or taken away, the store may be taken over.</source>
        <translation>计算机 {host} 上的 {program} 自 {lockedSince} 起占用数据。如它仍在运行，请到那台计算机上关闭；如那台计算机已改名、重装或停用，可以接管数据。</translation>
    </message>
    <message>
        <source>{program} on {host} has had the store open since {lockedSince}. Please close it there first.</source>
        <translation>{host} 上的 {program} 自 {lockedSince} 起占用数据，请先在那里关闭。</translation>
    </message>
    <message>
        <source>The making of a store in {path} was interrupted, and nothing was recorded in it. Please make it again in the same folder; what was left is put aside.</source>
        <translation>在 {path} 建立数据时曾中断，其中没有任何记录。请在同一文件夹重新建立，遗留文件会另行保存。</translation>
    </message>
    <message>
        <source>The making of this store was interrupted, and nothing was recorded in it. Please make it again in the same folder.</source>
        <translation>建立该数据时曾中断，其中没有任何记录。请在同一文件夹重新建立。</translation>
    </message>
    <message>
        <source>There is a journal in {path} but not its file keyslots.json, without which nobody can open it. Please put that file back from a backup, or choose another folder.</source>
        <translation>{path} 中有日志但缺少 keyslots.json，缺少它谁也打不开。请从备份中放回该文件，或另选文件夹。</translation>
    </message>
    <message>
        <source>The file keyslots.json of this store is missing. Please put it back from a backup, or choose another folder.</source>
        <translation>该数据缺少 keyslots.json 文件，请从备份中放回，或另选文件夹。</translation>
    </message>
    <message>
        <source>The disk of {path} has {free} MB left; {needed} MB are needed. Please make room or choose a folder on another disk.</source>
        <translation>{path} 所在磁盘剩余 {free} MB，需要 {needed} MB。请清理磁盘，或选择其他磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>The disk is too full for this. Please make room or choose a folder on another disk.</source>
        <translation>磁盘空间不足。请清理磁盘，或选择其他磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>Salvaging this store was interrupted. Please run the salvage again; it will finish.</source>
        <translation>数据抢救中途中断。请再次执行抢救，程序会接着完成。</translation>
    </message>
    <message>
        <source>A PIN works only once the data is open on this PC, which its keyring did not do. Please let somebody with a password sign in first.</source>
        <translation>本机数据尚未打开（系统密钥环未能打开），此时不能用 PIN 码登录。请先由设有密码的同事登录，之后即可使用 PIN 码。</translation>
    </message>
    <message>
        <source>This recovery key does not open this store. Please take the newest paper; a backup needs the one of its day.</source>
        <translation>此恢复密钥打不开该数据库。请使用最新的一份密钥纸；备份须使用备份当时的密钥。</translation>
    </message>
    <message>
        <source>This is not the key of a computer of the centre. Please start the joining again.</source>
        <translation>这不是本中心计算机的密钥，请重新办理加入。</translation>
    </message>
    <message>
        <source>A fingerprint has six groups of four letters and digits. Please compare it with the administrator&apos;s page.</source>
        <translation>指纹由六组、每组四位的字母和数字组成，请与管理员页面核对。</translation>
    </message>
    <message>
        <source>This computer&apos;s own certificate could not be made. Please tell the administrator.</source>
        <translation>无法生成本机证书，请告知管理员。</translation>
    </message>
    <message>
        <source>Port {port} is taken by another program. Please close it or choose another port.</source>
        <translation>端口 {port} 已被其他程序占用，请关闭该程序或更换端口。</translation>
    </message>
    <message>
        <source>The port is taken by another program. Please close it or choose another port.</source>
        <translation>端口已被其他程序占用，请关闭该程序或更换端口。</translation>
    </message>
    <message>
        <source>This computer can&apos;t be reached under {address}, port {port}. Please check the address and the port.</source>
        <translation>无法以地址 {address}、端口 {port} 提供连接，请检查地址和端口。</translation>
    </message>
    <message>
        <source>This computer can&apos;t be reached under this address. Please check the address and the port.</source>
        <translation>无法以该地址提供连接，请检查地址和端口。</translation>
    </message>
    <message>
        <source>{host} is not the computer that it was when it was joined. Nothing was sent to it. Please tell the administrator.</source>
        <translation>{host} 已不是加入时的那台计算机，未向其发送任何内容，请告知管理员。</translation>
    </message>
    <message>
        <source>The other computer is not the one that was joined. Nothing was sent to it. Please tell the administrator.</source>
        <translation>对方不是加入时的那台计算机，未向其发送任何内容，请告知管理员。</translation>
    </message>
    <message>
        <source>{host} can&apos;t be reached. Work goes on here; what is recorded is passed on later.</source>
        <translation>无法连接 {host}。本机可继续办理，所记内容稍后传送。</translation>
    </message>
    <message>
        <source>The other computer can&apos;t be reached. Work goes on here; what is recorded is passed on later.</source>
        <translation>无法连接对方计算机。本机可继续办理，所记内容稍后传送。</translation>
    </message>
    <message>
        <source>{host} does not answer. Work goes on here; what is recorded is passed on later.</source>
        <translation>{host} 没有应答。本机可继续办理，所记内容稍后传送。</translation>
    </message>
    <message>
        <source>The other computer does not answer. Work goes on here; what is recorded is passed on later.</source>
        <translation>对方计算机没有应答。本机可继续办理，所记内容稍后传送。</translation>
    </message>
    <message>
        <source>The connection to {host} broke off. Work goes on here; what is recorded is passed on later.</source>
        <translation>与 {host} 的连接已中断。本机可继续办理，所记内容稍后传送。</translation>
    </message>
    <message>
        <source>The connection broke off. Work goes on here; what is recorded is passed on later.</source>
        <translation>连接已中断。本机可继续办理，所记内容稍后传送。</translation>
    </message>
    <message>
        <source>The other computer could not keep up and was disconnected. It will connect again by itself.</source>
        <translation>对方计算机接收过慢，连接已断开，稍后将自动重连。</translation>
    </message>
    <message>
        <source>{host} gave an answer that this program does not understand. Please check the address.</source>
        <translation>{host} 的应答无法识别，请检查地址。</translation>
    </message>
    <message>
        <source>The other computer gave an answer that this program does not understand. Please check the address.</source>
        <translation>对方计算机的应答无法识别，请检查地址。</translation>
    </message>
    <message>
        <source>The other computer did not understand the request. Please check that both run the same version.</source>
        <translation>对方计算机不能识别该请求，请检查双方程序版本是否一致。</translation>
    </message>
    <message>
        <source>What arrived over the network was damaged. It is fetched again by itself.</source>
        <translation>从网络收到的内容已损坏，将自动重新获取。</translation>
    </message>
    <message>
        <source>This is too large to be sent at once. Please tell the administrator.</source>
        <translation>内容过大，无法一次发送，请告知管理员。</translation>
    </message>
    <message>
        <source>The other computer is very busy. Please try again in a moment.</source>
        <translation>对方计算机繁忙，请稍后再试。</translation>
    </message>
    <message>
        <source>The other computer does not know this one. Please ask the administrator whether it has joined the centre.</source>
        <translation>对方计算机不认识本机，请向管理员确认本机是否已加入中心。</translation>
    </message>
    <message>
        <source>The other computer could not carry this out. Please try again; if it fails again, tell the administrator.</source>
        <translation>对方计算机未能完成该操作，请重试；如仍失败，请告知管理员。</translation>
    </message>
    <message>
        <source>The key file {path} belongs to another store than the records beside it. Please put the key file of this store back, for example from its newest backup. If nobody exchanged it, the records are damaged: restore a backup.</source>
        <translation>密钥文件 {path} 与同一文件夹中的数据不配套，属于另一份数据。请放回原来的密钥文件，例如从最近的备份中取回；如果从未更换过该文件，则是数据已损坏，请从备份恢复。</translation>
    </message>
    <message>
        <source>The key file belongs to another store than the records beside it. Please put this store&apos;s own key file back, for example from its newest backup.</source>
        <translation>密钥文件与同一文件夹中的数据不配套，属于另一份数据。请放回原来的密钥文件，例如从最近的备份中取回。</translation>
    </message>
    <message>
        <source>The middle part of the code is not right: six groups of four letters and digits.</source>
        <translation>接入码中间部分有误：应为六组，每组四位字母或数字。</translation>
    </message>
    <message>
        <source>The last part of the code is not right: two groups of four letters and digits.</source>
        <translation>接入码末尾部分有误：应为两组，每组四位字母或数字。</translation>
    </message>
    <message>
        <source>This is not a joining code. It begins with the host&apos;s address, for example 192.168.1.20:7443.</source>
        <translation>这不是接入码。接入码以主机地址开头，例如 192.168.1.20:7443。</translation>
    </message>
    <message>
        <source>The joining code is used up or older than 15 minutes. Please have the host show a new one.</source>
        <translation>接入码已使用或已超过 15 分钟，请在主机上重新生成。</translation>
    </message>
    <message>
        <source>The last part of the joining code is wrong. Please compare it with the host&apos;s screen ({left} tries left).</source>
        <translation>接入码末尾部分不正确，请与主机屏幕核对（还可试 {left} 次）。</translation>
    </message>
    <message>
        <source>The last part of the joining code is wrong. Please compare it with the host&apos;s screen.</source>
        <translation>接入码末尾部分不正确，请与主机屏幕核对。</translation>
    </message>
    <message>
        <source>The joining code was wrong too often and is void. Please have the host show a new one.</source>
        <translation>接入码输错次数过多，已作废，请在主机上重新生成。</translation>
    </message>
    <message>
        <source>Joining was stopped. Nothing was changed on this computer.</source>
        <translation>已停止接入，本机未作任何更改。</translation>
    </message>
    <message>
        <source>The host&apos;s copy is no longer there. Please begin to fetch it again.</source>
        <translation>主机上的数据副本已清除，请重新获取。</translation>
    </message>
    <message>
        <source>The host has no such file. Please check that both computers run the same version.</source>
        <translation>主机上没有该文件，请确认两台电脑版本一致。</translation>
    </message>
    <message>
        <source>The network settings in {path} can&apos;t be read. Please join the centre again, or delete the file to work alone.</source>
        <translation>无法读取网络设置 {path}。请重新接入中心，或删除该文件后单机使用。</translation>
    </message>
    <message>
        <source>This computer does not belong to the centre. Please ask the administrator to let it in.</source>
        <translation>本机尚未接入中心，请联系管理员。</translation>
    </message>
    <message>
        <source>The computer “{name}” was shut out of the centre.</source>
        <translation>电脑“{name}”已被停用。</translation>
    </message>
    <message>
        <source>This computer was shut out of the centre. What is recorded here is no longer passed on. Please tell the administrator.</source>
        <translation>本机已被停用，此处登记的内容不再上传，请联系管理员。</translation>
    </message>
    <message>
        <source>A computer can&apos;t shut itself out. Please do it at another one.</source>
        <translation>不能停用本机，请在其他电脑上操作。</translation>
    </message>
    <message>
        <source>The hall host can&apos;t be shut out. Please make another computer the host first.</source>
        <translation>不能停用大厅主机，请先将主机移交给其他电脑。</translation>
    </message>
    <message>
        <source>The key of the computer is not right: it has 32 bytes.</source>
        <translation>电脑密钥有误：应为 32 字节。</translation>
    </message>
    <message>
        <source>A computer can hold the records of the hall, or those with restricted access too. It can&apos;t do without the hall.</source>
        <translation>一台电脑可只存大厅记录，也可另存限制查阅的记录，但不能没有大厅记录。</translation>
    </message>
    <message>
        <source>This computer holds only a part of the records, so it can&apos;t stand in for the hall host.</source>
        <translation>这台电脑只存有部分记录，不能担任大厅主机。</translation>
    </message>
    <message>
        <source>The other computer withholds records that this version can&apos;t do without. Please update this computer.</source>
        <translation>对方电脑未提供部分记录，本机版本无法处理，请升级本机。</translation>
    </message>
    <message>
        <source>“{name}” was let in with another key. If it was set up anew, let it join again as a new computer.</source>
        <translation>“{name}”接入时使用的是另一密钥。若已重装，请作为新电脑重新接入。</translation>
    </message>
    <message>
        <source>This computer was let in with another key. If it was set up anew, let it join again as a new computer.</source>
        <translation>该电脑接入时使用的是另一密钥。若已重装，请作为新电脑重新接入。</translation>
    </message>
    <message>
        <source>All letters for ticket numbers are given out. Please tell the administrator.</source>
        <translation>号票字母已全部分配，请联系管理员。</translation>
    </message>
    <message>
        <source>This computer is the hall host already.</source>
        <translation>该电脑已是大厅主机。</translation>
    </message>
    <message>
        <source>This computer is the hall host and has nobody to yield to.</source>
        <translation>本机就是大厅主机，无需移交。</translation>
    </message>
    <message>
        <source>This computer was not the hall host before.</source>
        <translation>本机此前不是大厅主机。</translation>
    </message>
    <message>
        <source>Only the hall host gives out numbers, and not while the host before it may still be giving out some.</source>
        <translation>号段只能由大厅主机发放；原主机可能仍在发号时，暂不发放。</translation>
    </message>
    <message>
        <source>The hall host did not answer. Please look at the list: the visitor may have been called. Then try again.</source>
        <translation>大厅主机没有应答。请先查看列表，来访人可能已被叫到，再重试。</translation>
    </message>
    <message>
        <source>This computer has no numbers left that it may give out alone. Please connect it to the hall host.</source>
        <translation>本机可自行发放的号码已用完，请连接大厅主机。</translation>
    </message>
    <message>
        <source>Cut off from the host: nobody of this computer&apos;s own share is waiting. Others ({waiting}) can be called by choosing them.</source>
        <translation>与主机断开：本机发出的号中无人等候。其余 {waiting} 人可选定后叫号。</translation>
    </message>
    <message>
        <source>Cut off from the host: nobody of this computer&apos;s own share is waiting. Others can be called by choosing them.</source>
        <translation>与主机断开：本机发出的号中无人等候。其他人可选定后叫号。</translation>
    </message>
    <message>
        <source>There is no number series “{series}”.</source>
        <translation>没有号段“{series}”。</translation>
    </message>
    <message>
        <source>There is no such number series.</source>
        <translation>没有该号段。</translation>
    </message>
    <message>
        <source>The other computer said something that this program does not understand. Please check that both run the same version.</source>
        <translation>无法识别对方电脑发来的内容，请确认两台电脑版本一致。</translation>
    </message>
    <message>
        <source>The other computer belongs to another centre.</source>
        <translation>对方电脑属于其他中心。</translation>
    </message>
    <message>
        <source>The two computers run versions that do not understand each other. Please update the older one.</source>
        <translation>两台电脑的版本不兼容，请升级较旧的一台。</translation>
    </message>
    <message>
        <source>Records of a computer that nobody let in were not taken.</source>
        <translation>未接入电脑的记录未被接收。</translation>
    </message>
    <message>
        <source>Records under a false name were not taken. Please tell the administrator.</source>
        <translation>来源不符的记录未被接收，请联系管理员。</translation>
    </message>
    <message>
        <source>A computer of the centre has written two different histories. The second was not taken. Please tell the administrator.</source>
        <translation>中心某台电脑出现两份不同的记录，后到的一份未被接收，请联系管理员。</translation>
    </message>
    <message>
        <source>Records with a false signature were not taken. Please tell the administrator.</source>
        <translation>签名不符的记录未被接收，请联系管理员。</translation>
    </message>
    <message>
        <source>Records in a false place were not taken. Please tell the administrator.</source>
        <translation>次序不符的记录未被接收，请联系管理员。</translation>
    </message>
    <message>
        <source>The program is closing. Please start it again.</source>
        <translation>程序正在关闭，请重新启动。</translation>
    </message>
    <message>
        <source>The other computer may not see these records; they come from one that may.</source>
        <translation>对方电脑无权查看这些记录，将由有权的电脑提供。</translation>
    </message>
    <message>
        <source>The hub&apos;s database can&apos;t be reached: {reason}</source>
        <translation>无法连接上级平台的数据库：{reason}</translation>
    </message>
    <message>
        <source>The hub&apos;s database can&apos;t be reached at the moment. Work goes on here; what is recorded is passed on later.</source>
        <translation>目前无法连接上级平台的数据库。本机可继续办理，记录的内容稍后会自动上传。</translation>
    </message>
    <message>
        <source>The hub&apos;s database refused a step (state {state}). Please look into the database&apos;s log.</source>
        <translation>上级平台的数据库拒绝了一步操作（状态码 {state}）。请查看数据库日志。</translation>
    </message>
    <message>
        <source>The hub&apos;s database refused a step. Please tell the hub&apos;s administrator.</source>
        <translation>上级平台的数据库拒绝了一步操作。请告知上级平台管理员。</translation>
    </message>
    <message>
        <source>The hub&apos;s database is very busy. Please try again in a moment.</source>
        <translation>上级平台的数据库正忙，请稍后再试。</translation>
    </message>
    <message>
        <source>The hub&apos;s database was brought up to step {found} by a newer program; this one knows step {known}. Please update this program.</source>
        <translation>上级平台的数据库已由较新的程序升级到第 {found} 步，本程序只认得第 {known} 步。请更新本程序。</translation>
    </message>
    <message>
        <source>{path} does not hold the key of a hub. Please put back the hub&apos;s own key file.</source>
        <translation>{path} 中不是上级平台的密钥。请放回上级平台自己的密钥文件。</translation>
    </message>
    <message>
        <source>The hub does not serve this centre. Please ask the hub&apos;s administrator for a code.</source>
        <translation>上级平台尚未接入本中心。请向上级平台管理员索取接入码。</translation>
    </message>
    <message>
        <source>The hub already serves this centre, and this computer is not one of the centre&apos;s. Please tell the hub&apos;s administrator.</source>
        <translation>上级平台已接入本中心，但这台电脑不属于该中心。请告知上级平台管理员。</translation>
    </message>
    <message>
        <source>The centres know this hub by another key. Please give this process the same key file as the others.</source>
        <translation>各中心登记的上级平台密钥与此不同。请为本进程使用与其他进程相同的密钥文件。</translation>
    </message>
    <message>
        <source>The hub was sent something that no program of ours sends. Nothing was changed.</source>
        <translation>上级平台收到了本系统程序不会发送的内容，未作任何更改。</translation>
    </message>
    <message>
        <source>The hub&apos;s database belongs to a newer program. Please update this program.</source>
        <translation>上级平台的数据库属于较新的程序。请更新本程序。</translation>
    </message>
    <message>
        <source>The hub&apos;s database does not hold what was stored in it. Please tell the hub&apos;s administrator.</source>
        <translation>上级平台数据库中的内容与当初存入的不一致。请告知上级平台管理员。</translation>
    </message>
    <message>
        <source>The key file does not hold the key of a hub. Please put back the hub&apos;s own.</source>
        <translation>密钥文件中不是上级平台的密钥。请放回上级平台自己的密钥文件。</translation>
    </message>
    <message>
        <source>This role may not make the hub&apos;s tables. Please run onedoor-hub with --migrate once, as the role that owns them.</source>
        <translation>当前数据库角色无权建立上级平台的数据表。请以数据表所有者的角色运行一次 onedoor-hub --migrate。</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read as a checkpoint, or was changed. Please use the file as it was written.</source>
        <translation>{path} 不是有效的存证文件，或已被改动。请使用未经改动的原文件。</translation>
    </message>
    <message>
        <source>This checkpoint can&apos;t be read, or was changed. Please use the file as it was written.</source>
        <translation>该存证文件无法读取，或已被改动。请使用未经改动的原文件。</translation>
    </message>
    <message>
        <source>This checkpoint was made by a newer version of the program. Please update this computer.</source>
        <translation>该存证文件由更新版本的程序生成。请升级本机程序。</translation>
    </message>
    <message>
        <source>The streams in this checkpoint do not give its root: the file was changed. Please use it as it was written.</source>
        <translation>存证文件中的各条记录链与其根值不符，文件已被改动。请使用未经改动的原文件。</translation>
    </message>
    <message>
        <source>The computer named in this checkpoint did not sign it so: the file was changed or forged. Please use it as it was written.</source>
        <translation>存证文件的签名与所列电脑不符，文件已被改动或系伪造。请使用未经改动的原文件。</translation>
    </message>
    <message>
        <source>The computer that signed this checkpoint was never let into the centre. Please use another checkpoint.</source>
        <translation>签署该存证文件的电脑从未加入本中心。请使用其他存证文件。</translation>
    </message>
    <message>
        <source>This checkpoint is of another centre ({name}). Please choose the right file.</source>
        <translation>该存证文件属于其他中心（{name}）。请选择正确的文件。</translation>
    </message>
    <message>
        <source>This checkpoint is of another centre. Please choose the right file.</source>
        <translation>该存证文件属于其他中心。请选择正确的文件。</translation>
    </message>
    <message>
        <source>This store has no key to sign with yet. Please open it once with the program, then make the checkpoint.</source>
        <translation>该数据库尚无签名密钥。请先用程序打开一次，再生成存证。</translation>
    </message>
    <message>
        <source>{path} exists already and was not written over. Please choose a new file.</source>
        <translation>{path} 已存在，未被覆盖。请另选文件名。</translation>
    </message>
    <message>
        <source>There is no such conflict any more: another entry has settled it. Please look at the list again.</source>
        <translation>该冲突已不存在（已由其他记录消除），请刷新列表后查看。</translation>
    </message>
    <message>
        <source>This entry is not one of the two in conflict. Please choose one of them.</source>
        <translation>该记录不属于冲突双方，请从两个版本中选择。</translation>
    </message>
    <message>
        <source>{who} resolved this conflict at {at}. Look at the decision before you change it.</source>
        <translation>该冲突已由{who}于{at}处理，如需更改，请先查看处理结果。</translation>
    </message>
    <message>
        <source>This conflict has been resolved. Look at the decision before you change it.</source>
        <translation>该冲突已处理，如需更改，请先查看处理结果。</translation>
    </message>
    <message>
        <source>This conflict is open: there is no decision to take back.</source>
        <translation>该冲突尚未处理，没有可撤回的决定。</translation>
    </message>
    <message>
        <source>Numbers and computers can&apos;t be changed afterwards: the first entry stands. You can only confirm it.</source>
        <translation>号段与电脑的登记不能事后更改，以在先的记录为准，只能确认知悉。</translation>
    </message>
    <message>
        <source>This person&apos;s data has been erased. Nothing personal can be added any more; register the person anew.</source>
        <translation>此人的个人信息已删除，不能再添加内容。如需办理，请重新登记。</translation>
    </message>
    <message>
        <source>A legal hold stands until {until}, so nothing may be erased. Reason: {reason}</source>
        <translation>该信息依法须保留至{until}，目前不能删除。原因：{reason}</translation>
    </message>
    <message>
        <source>A legal hold stands, so nothing may be erased until it is lifted. Reason: {reason}</source>
        <translation>该信息依法须保留，解除保留前不能删除。原因：{reason}</translation>
    </message>
    <message>
        <source>A legal hold stands, so nothing may be erased until it is lifted.</source>
        <translation>该信息依法须保留，解除保留前不能删除。</translation>
    </message>
    <message>
        <source>Ticket {number} of this person is not over yet. Finish or withdraw it first.</source>
        <translation>此人的{number}号尚未办结，请先办结或取消。</translation>
    </message>
    <message>
        <source>The name does not match. Type the person&apos;s name exactly as it is kept here.</source>
        <translation>姓名不一致，请按系统中登记的姓名准确输入。</translation>
    </message>
    <message>
        <source>There is no such legal hold on this person. Please look at the list again.</source>
        <translation>没有该条依法保留记录，请刷新后查看。</translation>
    </message>
    <message>
        <source>{who} lifted this legal hold at {at}.</source>
        <translation>该条依法保留已由{who}于{at}解除。</translation>
    </message>
    <message>
        <source>This legal hold has been lifted.</source>
        <translation>该条依法保留已解除。</translation>
    </message>
    <message>
        <source>The last day of the legal hold lies in the past. Please choose today or a later day.</source>
        <translation>依法保留的截止日期已过，请选择今天或以后的日期。</translation>
    </message>
    <message>
        <source>The file exists already and was not written over. Please choose a new one.</source>
        <translation>文件已存在，未被覆盖。请另选文件名。</translation>
    </message>
    <message>
        <source>A ticket of this person is not over yet. Finish or withdraw it first.</source>
        <translation>此人还有号未办结，请先办结或取消。</translation>
    </message>
    <message>
        <source>The file {path} could not be written. Please choose another folder, or make room on the drive.</source>
        <translation>无法写入文件 {path}，请换一个文件夹，或清理磁盘空间。</translation>
    </message>
    <message>
        <source>The hub does not know this code: it is wrong, used up or too old. Please ask the hub&apos;s administrator for a new one.</source>
        <translation>上级平台不认可此接入码：可能填写有误、已使用或已过期。请向上级平台管理员索取新的接入码。</translation>
    </message>
    <message>
        <source>Wrong codes were sent to the hub too often. Please wait a minute, then try again.</source>
        <translation>向上级平台提交错误接入码的次数过多，请一分钟后再试。</translation>
    </message>
    <message>
        <source>The centre is served by a hub already: {host}.</source>
        <translation>本中心已接入上级平台：{host}。</translation>
    </message>
    <message>
        <source>The address of the computer is not right.</source>
        <translation>电脑地址不正确。</translation>
    </message>
    <message>
        <source>The file could not be written. Please choose another folder, or make room on the drive.</source>
        <translation>文件无法写入。请另选文件夹，或清理磁盘空间后再试。</translation>
    </message>
    <message>
        <source>No hub serves the centre.</source>
        <translation>本中心还没有接入上级平台。</translation>
    </message>
    <message>
        <source>{name} is the centre&apos;s hub and can&apos;t be the host of the hall. Please choose a PC.</source>
        <translation>{name}是上级平台，不能当大厅主机。请另选一台电脑。</translation>
    </message>
    <message>
        <source>{name} is a PC of the hall and can&apos;t be the centre&apos;s hub.</source>
        <translation>{name} 是大厅的电脑，不能作为本中心的上级平台。</translation>
    </message>
    <message>
        <source>The centre has no section “{section}”. Please check its name.</source>
        <translation>没有“{section}”这个栏目，请核对名称。</translation>
    </message>
    <message>
        <source>The centre has no such section. Please check its name.</source>
        <translation>没有这个栏目，请核对名称。</translation>
    </message>
    <message>
        <source>There is nothing with the key “{key}” any more. Somebody may have removed it.</source>
        <translation>“{key}”已不存在，可能已被他人删除。</translation>
    </message>
    <message>
        <source>This entry is not there any more. Somebody may have removed it.</source>
        <translation>该项已不存在，可能已被他人删除。</translation>
    </message>
    <message>
        <source>This setting can be changed, but not removed.</source>
        <translation>该设置可以修改，不能删除。</translation>
    </message>
    <message>
        <source>What a role may do is fixed. Only its names can be changed.</source>
        <translation>岗位的权限不能在此修改，只能改名称。</translation>
    </message>
    <message>
        <source>This service is still offered at {places}. Please take it out there first.</source>
        <translation>{places}仍在办理该服务，请先从这些窗口（房间）中去掉。</translation>
    </message>
    <message>
        <source>This service is still offered somewhere. Please take it out there first.</source>
        <translation>仍有窗口（房间）办理该服务，请先去掉。</translation>
    </message>
    <message>
        <source>{places} still belong to it. Please move them first.</source>
        <translation>{places}仍归属于此，请先调整。</translation>
    </message>
    <message>
        <source>Windows or rooms still belong to it. Please move them first.</source>
        <translation>仍有窗口或房间归属于此，请先调整。</translation>
    </message>
    <message>
        <source>The services {services} still use it. Please change them first.</source>
        <translation>以下服务仍在使用：{services}。请先修改。</translation>
    </message>
    <message>
        <source>Services still use it. Please change them first.</source>
        <translation>仍有服务在使用，请先修改。</translation>
    </message>
    <message>
        <source>One visitor still waits for it or is being served with it. Please serve or transfer them first.</source>
        <translation>仍有1位来访人在等候或办理中，请先办结或转办。</translation>
    </message>
    <message>
        <source>{count} visitors still wait for it or are being served with it. Please serve or transfer them first.</source>
        <translation>仍有{count}位来访人在等候或办理中，请先办结或转办。</translation>
    </message>
    <message>
        <source>Visitors still wait for it. Please serve or transfer them first.</source>
        <translation>仍有来访人在等候，请先办结或转办。</translation>
    </message>
    <message>
        <source>{who} has been sitting at {place} since {since}. Please have them leave the place first.</source>
        <translation>{who}自{since}起在{place}值守，请先让其离开窗口。</translation>
    </message>
    <message>
        <source>Somebody sits there. Please have them leave the place first.</source>
        <translation>该处有人值守，请先让其离开窗口。</translation>
    </message>
    <message>
        <source>No other place offers “{service}”, and {count} people are waiting for it. Please offer it elsewhere first.</source>
        <translation>没有其他窗口办理“{service}”，且有{count}人在等候，请先安排其他窗口办理。</translation>
    </message>
    <message>
        <source>No other place offers this service, and people are waiting for it. Please offer it elsewhere first.</source>
        <translation>没有其他窗口办理该服务，且有人在等候，请先安排其他窗口办理。</translation>
    </message>
    <message>
        <source>{count} people who came for “{service}” are kept for this place. Please serve or transfer them first.</source>
        <translation>有{count}位办理“{service}”的来访人指定在此等候，请先办结或转办。</translation>
    </message>
    <message>
        <source>People who came for this service are kept for this place. Please serve or transfer them first.</source>
        <translation>有办理该服务的来访人指定在此等候，请先办结或转办。</translation>
    </message>
    <message>
        <source>Numbers of the series “{series}” were already given out today. Please change this tomorrow, before the first visitor.</source>
        <translation>“{series}”今天已发过号，请明天在第一位来访人之前修改。</translation>
    </message>
    <message>
        <source>Numbers of this series were already given out today. Please change this tomorrow, before the first visitor.</source>
        <translation>该号段今天已发过号，请明天在第一位来访人之前修改。</translation>
    </message>
    <message>
        <source>Number {number} was already given out today. The last number can&apos;t lie below it.</source>
        <translation>今天已发到{number}号，末号不能小于它。</translation>
    </message>
    <message>
        <source>Higher numbers were already given out today. Please choose a higher last number.</source>
        <translation>今天已发出更大的号，请把末号改大。</translation>
    </message>
    <message>
        <source>Numbers that begin with “{prefix}” were already given out today. Please choose another prefix, or wait until tomorrow.</source>
        <translation>今天已发过“{prefix}”开头的号，请换一个字母，或明天再改。</translation>
    </message>
    <message>
        <source>Numbers with this prefix were already given out today. Please choose another prefix, or wait until tomorrow.</source>
        <translation>今天已发过这个字母开头的号，请换一个字母，或明天再改。</translation>
    </message>
    <message>
        <source>It is like this already; nothing was changed.</source>
        <translation>现在就是这样，没有改动。</translation>
    </message>
    <message>
        <source>This change was not found. Please choose one from the list of changes.</source>
        <translation>没有找到这次修改，请从修改记录中选择。</translation>
    </message>
    <message>
        <source>There is no change of yours to take back.</source>
        <translation>您没有可以撤销的修改。</translation>
    </message>
    <message>
        <source>This change had no effect, so there is nothing to take back.</source>
        <translation>这次修改没有生效，无需撤销。</translation>
    </message>
    <message>
        <source>{who} changed the same entry again at {at}. Please look at the newer change first.</source>
        <translation>{who}在{at}又修改了同一项，请先查看较新的修改。</translation>
    </message>
    <message>
        <source>The same entry was changed again since. Please look at the newer change first.</source>
        <translation>此后同一项又有修改，请先查看较新的修改。</translation>
    </message>
    <message>
        <source>No window or room offers “{service}” at present. Please choose another service.</source>
        <translation>目前没有窗口办理“{service}”，请选择其他服务。</translation>
    </message>
    <message>
        <source>No window or room offers this service at present. Please choose another one.</source>
        <translation>目前没有窗口办理该服务，请选择其他服务。</translation>
    </message>
    <message>
        <source>“{value}” is used by {place} already. Each must be different.</source>
        <translation>“{value}”已用于{place}，不能重复。</translation>
    </message>
    <message>
        <source>Numbers with “{prefix}” could be mistaken for those with “{other}” of the series “{series}”. Please choose another prefix.</source>
        <translation>“{prefix}”与“{series}”使用的“{other}”容易混淆，请换一个字母。</translation>
    </message>
    <message>
        <source>These are the same record already. Please choose another person.</source>
        <translation>两条是同一条登记信息，请另选一人。</translation>
    </message>
    <message>
        <source>This record was merged into {name} already. Choose {name}, or take that merge back first.</source>
        <translation>该登记信息已并入“{name}”。请选择“{name}”，或先撤销该次合并。</translation>
    </message>
    <message>
        <source>This record was merged into another one already. Take that merge back first.</source>
        <translation>该登记信息已并入他人名下，请先撤销该次合并。</translation>
    </message>
    <message>
        <source>This record is not merged into another one: there is nothing to take back.</source>
        <translation>该登记信息未作合并，无需撤销。</translation>
    </message>
    <message>
        <source>Please give either a known person or somebody&apos;s details, not both.</source>
        <translation>请指定已登记的来访人，或填写来访人信息，二者只能选一。</translation>
    </message>
    <message>
        <source>This installation of the program is not whole: please install it again.</source>
        <translation>程序文件不完整，请重新安装。</translation>
    </message>
    <message>
        <source>That day is still to come. Please choose today or an earlier day.</source>
        <translation>该日期尚未到来，请选择今天或更早的日期。</translation>
    </message>
    <message>
        <source>That moment is still to come. Please choose an earlier one.</source>
        <translation>该时刻尚未到来，请选择更早的时间。</translation>
    </message>
    <message>
        <source>Ticket {number} does not wait any more, so there is nothing to estimate.</source>
        <translation>{number}号已不在等候中，无法预计等候时间。</translation>
    </message>
    <message>
        <source>This ticket does not wait any more, so there is nothing to estimate.</source>
        <translation>该号已不在等候中，无法预计等候时间。</translation>
    </message>
    <message>
        <source>Tickets are issued again from {opensAt}.</source>
        <translation>{opensAt} 起恢复取号。</translation>
    </message>
    <message>
        <source>No tickets are issued at this time. Please ask the staff.</source>
        <translation>现在不能取号，请咨询工作人员。</translation>
    </message>
    <message>
        <source>Today&apos;s tickets for {service} are given out. Please ask the staff.</source>
        <translation>“{service}”今天的号已取完，请咨询工作人员。</translation>
    </message>
    <message>
        <source>Today&apos;s tickets for this service are given out. Please ask the staff.</source>
        <translation>该事项今天的号已取完，请咨询工作人员。</translation>
    </message>
    <message>
        <source>Please give your identity number. Without a document, please ask the staff.</source>
        <translation>请提供身份证号码；未带证件的，请咨询工作人员。</translation>
    </message>
    <message>
        <source>Too many numbers were tried. Please wait {seconds} seconds, or take a ticket without a number.</source>
        <translation>输入次数过多，请等 {seconds} 秒再试，或不填号码直接取号。</translation>
    </message>
    <message>
        <source>Too many numbers were tried. Please wait some minutes, or take a ticket without a number.</source>
        <translation>输入次数过多，请过几分钟再试，或不填号码直接取号。</translation>
    </message>
    <message>
        <source>There is no such call for staff.</source>
        <translation>没有这条呼叫。</translation>
    </message>
    <message>
        <source>{who} is on the way already (since {at}).</source>
        <translation>{who}已在 {at} 应答，正在前往。</translation>
    </message>
    <message>
        <source>Somebody is on the way already.</source>
        <translation>已有工作人员前往。</translation>
    </message>
    <message>
        <source>The call was settled by {who} at {at}.</source>
        <translation>{who}已在 {at} 处理完这条呼叫。</translation>
    </message>
    <message>
        <source>The call is settled already.</source>
        <translation>这条呼叫已处理完。</translation>
    </message>
    <message>
        <source>There is no such appointment. Please look at the list again.</source>
        <translation>没有这条预约，请重新查看列表。</translation>
    </message>
    <message>
        <source>An appointment takes at least one minute and at most {limit} minutes.</source>
        <translation>每次预约最短 1 分钟，最长 {limit} 分钟。</translation>
    </message>
    <message>
        <source>This time is over. Please choose a later one.</source>
        <translation>这个时间已经过去，请另选时间。</translation>
    </message>
    <message>
        <source>Appointments are made up to {last}. Please choose an earlier day.</source>
        <translation>目前只能预约到 {last}，请选择较早的日期。</translation>
    </message>
    <message>
        <source>The centre is closed then. The next free time is {next}.</source>
        <translation>这个时间不在开放时间内。下一个可约时间：{next}。</translation>
    </message>
    <message>
        <source>The centre is closed then, and no later time is free.</source>
        <translation>这个时间不在开放时间内，往后也没有可约时间。</translation>
    </message>
    <message>
        <source>{place} is taken at this time. The next free time is {next}.</source>
        <translation>{place}在这个时间已有预约。下一个可约时间：{next}。</translation>
    </message>
    <message>
        <source>All appointments for {service} at this time are taken. The next free time is {next}.</source>
        <translation>“{service}”在这个时间已约满。下一个可约时间：{next}。</translation>
    </message>
    <message>
        <source>All appointments at this time are taken, and no later time is free.</source>
        <translation>这个时间已约满，往后也没有可约时间。</translation>
    </message>
    <message>
        <source>This person has another appointment at {at}: {service}.</source>
        <translation>此人 {at} 已有预约：{service}。</translation>
    </message>
    <message>
        <source>This person has another appointment at this time.</source>
        <translation>此人在这个时间已有预约。</translation>
    </message>
    <message>
        <source>{place} does not offer {service}. Please choose another place, or any place.</source>
        <translation>{place}不办理“{service}”，请另选地点，或选“不限地点”。</translation>
    </message>
    <message>
        <source>This place does not offer the service. Please choose another place, or any place.</source>
        <translation>该地点不办理这项服务，请另选地点，或选“不限地点”。</translation>
    </message>
    <message>
        <source>{who} cancelled this appointment at {at}.</source>
        <translation>{who}已于 {at} 取消这条预约。</translation>
    </message>
    <message>
        <source>This appointment has been cancelled.</source>
        <translation>这条预约已取消。</translation>
    </message>
    <message>
        <source>The visitor came for this appointment already: {who} issued the ticket at {at}.</source>
        <translation>这条预约的来访人已到，{who}已于 {at} 取号。</translation>
    </message>
    <message>
        <source>The visitor came for this appointment already and has a ticket.</source>
        <translation>这条预约的来访人已到，并已取号。</translation>
    </message>
    <message>
        <source>This appointment is not cancelled: there is nothing to take back.</source>
        <translation>这条预约没有取消，不需要恢复。</translation>
    </message>
    <message>
        <source>The appointment is for another day ({day}). Please register the visit without it, or move it.</source>
        <translation>预约的是另一天（{day}）。请不按预约登记，或先改期。</translation>
    </message>
    <message>
        <source>The appointment was made for another person. Please choose that person, or register the visit without it.</source>
        <translation>这条预约是别人的。请选择预约人，或不按预约登记。</translation>
    </message>
    <message>
        <source>This person has an appointment on {next}. Please cancel it first.</source>
        <translation>此人 {next} 有预约，请先取消预约。</translation>
    </message>
    <message>
        <source>This person has an appointment. Please cancel it first.</source>
        <translation>此人有预约，请先取消预约。</translation>
    </message>
    <message>
        <source>{number} is closed with a reason, or carried over.</source>
        <translation>{number} 要么注明原因办结，要么转到次日。</translation>
    </message>
    <message>
        <source>A ticket is closed with a reason, or carried over.</source>
        <translation>号票要么注明原因办结，要么转到次日。</translation>
    </message>
    <message>
        <source>{number} goes on at a later day already.</source>
        <translation>{number} 已经转到后面的日期了。</translation>
    </message>
    <message>
        <source>The ticket goes on at a later day already.</source>
        <translation>该号票已经转到后面的日期了。</translation>
    </message>
    <message>
        <source>This day was not closed.</source>
        <translation>这一天没有办过日结。</translation>
    </message>
    <message>
        <source>At most {limit} tickets can be closed at once.</source>
        <translation>一次最多只能办结 {limit} 张号票。</translation>
    </message>
    <message>
        <source>Too many tickets are open to be closed at once.</source>
        <translation>未办完的号票太多，不能一次办结。</translation>
    </message>
    <message>
        <source>This PC is cut off from the hall host. What earlier days left open is closed there.</source>
        <translation>本机与大厅主机断开。往日遗留的号票由大厅主机办结。</translation>
    </message>
    <message>
        <source>There is no such alarm.</source>
        <translation>没有这条报警。</translation>
    </message>
    <message>
        <source>The alarm was cleared by {who} at {at}.</source>
        <translation>警报已由 {who} 于 {at} 解除。</translation>
    </message>
    <message>
        <source>The alarm is over already.</source>
        <translation>警报已经解除。</translation>
    </message>
    <message>
        <source>Ticket {number} is not at this place. Only a visitor who is here can be sent elsewhere and come back.</source>
        <translation>{number}号不在本处。来访人在本处时才能安排“去后返回”。</translation>
    </message>
    <message>
        <source>Only a visitor who is here can be sent elsewhere and come back.</source>
        <translation>来访人在本处时才能安排“去后返回”。</translation>
    </message>
    <message>
        <source>The centre has no service “{service}”. Please choose the stop from the list.</source>
        <translation>本中心没有“{service}”这项服务，请从列表中选择后续环节。</translation>
    </message>
    <message>
        <source>The centre does not have this service. Please choose the stop from the list.</source>
        <translation>本中心没有这项服务，请从列表中选择后续环节。</translation>
    </message>
    <message>
        <source>“{service}” is not offered there now. Please choose another stop.</source>
        <translation>该处目前不办理“{service}”，请另选后续环节。</translation>
    </message>
    <message>
        <source>This stop is not offered now. Please choose another one.</source>
        <translation>该环节目前不办理，请另选。</translation>
    </message>
    <message>
        <source>“{service}” stands twice in a row. Please leave one of them out.</source>
        <translation>“{service}”连续出现两次，请去掉一个。</translation>
    </message>
    <message>
        <source>The same stop stands twice in a row. Please leave one of them out.</source>
        <translation>同一环节连续出现两次，请去掉一个。</translation>
    </message>
    <message>
        <source>Please plan at most {limit} further stops.</source>
        <translation>后续环节最多安排{limit}个。</translation>
    </message>
    <message>
        <source>These are too many stops for one visit.</source>
        <translation>一次来访安排的环节过多。</translation>
    </message>
    <message>
        <source>What is done at once has no further stops. Please take them out, or register and print.</source>
        <translation>当场办结的事项没有后续环节，请先去掉后续环节，或改为登记取号。</translation>
    </message>
    <message>
        <source>At most {limit} people may represent a group (Regulation on Letters and Visits, article 20).</source>
        <translation>多人来访的代表不得超过{limit}人（《信访工作条例》第二十条）。</translation>
    </message>
    <message>
        <source>These are too many representatives for one group.</source>
        <translation>代表人数过多。</translation>
    </message>
    <message>
        <source>This visit is confidential. Only the reception and whoever serves the visitor may read it.</source>
        <translation>此来访已设为保密，仅接待登记人员和正在接待的人员可以查看。</translation>
    </message>
    <message>
        <source>“{placeholder}” must stand in the sentence: what is announced is put in there.</source>
        <translation>这句话里必须有“{placeholder}”，播报时会换成实际内容。</translation>
    </message>
    <message>
        <source>The sentence must hold the places for what is announced.</source>
        <translation>这句话里必须留出播报内容的位置。</translation>
    </message>
    <message>
        <source>An appointment takes at least one minute and at most eight hours.</source>
        <translation>每次预约最短 1 分钟，最长 8 小时。</translation>
    </message>
    <message>
        <source>Appointments are not made so far ahead. Please choose an earlier day.</source>
        <translation>还不能预约这么远的日期，请选择较早的日期。</translation>
    </message>
    <message>
        <source>The appointment is for another day. Please register the visit without it, or move it.</source>
        <translation>预约的是另一天。请不按预约登记，或先改期。</translation>
    </message>
</context>
<context>
    <name>QueueText</name>
    <message numerus="yes">
        <source>coming back +%n min</source>
        <translation>
            <numerusform>返回办理提前 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 +%n min</source>
        <translation>
            <numerusform>%1提前 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>back at %1 (%2)</source>
        <translation>%1 返回（%2）</translation>
    </message>
    <message>
        <source>missed a call at %1</source>
        <translation>%1 过号后再次安排</translation>
    </message>
    <message numerus="yes">
        <source>missed %n call(s)</source>
        <translation>
            <numerusform>过号 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>mind safety</source>
        <translation>注意安全</translation>
    </message>
    <message>
        <source>confidential</source>
        <translation>保密</translation>
    </message>
    <message>
        <source>came %1</source>
        <translation>%1 到达</translation>
    </message>
    <message>
        <source>kept for %1</source>
        <translation>指定%1</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>有交接说明</translation>
    </message>
    <message>
        <source>%1 · waits again by itself at %2</source>
        <translation>%1 · %2 自动恢复排队</translation>
    </message>
    <message>
        <source>%1 · expected by %2</source>
        <translation>%1 · 预计 %2 返回</translation>
    </message>
    <message>
        <source>%1 · offered again from %2</source>
        <translation>%1 过号 · %2 起再次安排</translation>
    </message>
    <message>
        <source>%1 · called again only by hand</source>
        <translation>%1 过号 · 请手动呼叫</translation>
    </message>
    <message>
        <source>appointment %1, came too early to wait for it</source>
        <translation>预约 %1，到得过早，按到达时间排</translation>
    </message>
    <message>
        <source>appointment %1, came too late for it</source>
        <translation>预约 %1，已过允许的迟到时间，按到达时间排</translation>
    </message>
    <message>
        <source>waits from the appointment at %1</source>
        <translation>按预约 %1 排队</translation>
    </message>
    <message numerus="yes">
        <source>waits from the appointment at %1 +%n min</source>
        <translation>
            <numerusform>按预约 %1 排队，提前 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>carried over, came %1 %2</source>
        <translation>往日转来，%1 %2 到</translation>
    </message>
    <message>
        <source>needs an escort</source>
        <translation>需引导陪同</translation>
    </message>
    <message>
        <source>hard of hearing</source>
        <translation>听力不便</translation>
    </message>
    <message>
        <source>wheelchair</source>
        <translation>乘轮椅</translation>
    </message>
</context>
<context>
    <name>onedoor-hub</name>
    <message>
        <source>A new computer joins with this code, once and within 15 minutes:</source>
        <translation>新电脑凭此码接入，15 分钟内有效，仅限一次：</translation>
    </message>
    <message>
        <source>Press Enter for another code, Ctrl+C to stop.</source>
        <translation>按回车键换一个接入码，按 Ctrl+C 停止。</translation>
    </message>
    <message>
        <source>%1 is served on port %2.</source>
        <translation>%1已启动服务，端口 %2。</translation>
    </message>
    <message>
        <source>Stopping.</source>
        <translation>正在停止。</translation>
    </message>
    <message>
        <source>port to serve on; without it 7443, or the last one</source>
        <translation>服务端口；不填则为 7443 或上次使用的端口</translation>
    </message>
    <message>
        <source>address that the joining code names; without it this computer&apos;s own</source>
        <translation>接入码中的主机地址；不填则为本机地址</translation>
    </message>
    <message>
        <source>code of the hub of the district or city, in quotes, which gets all that is recorded from now on</source>
        <translation>区级或市级上级平台的接入码（加引号），此后的全部记录都会上传到该平台</translation>
    </message>
    <message>
        <source>A centre is let in with this code, once and within a day. Its hall host says it:</source>
        <translation>中心凭此码接入，一天内有效，仅限一次，请在该中心的大厅主机上输入：</translation>
    </message>
    <message>
        <source>Centres are served on port %1. Fingerprint of the hub: %2</source>
        <translation>已在端口 %1 为各中心提供服务。本平台指纹：%2</translation>
    </message>
    <message>
        <source>Press Enter for a code with which a centre is let in, Ctrl+C to stop.</source>
        <translation>按回车键显示中心接入码，按 Ctrl+C 停止。</translation>
    </message>
    <message>
        <source>The hub&apos;s tables are there and up to date.</source>
        <translation>上级平台的数据表已就绪，且为最新。</translation>
    </message>
    <message>
        <source>connection to the database, as libpq takes it; passwords belong into a password file</source>
        <translation>数据库连接（libpq 格式）；密码请放在密码文件中</translation>
    </message>
    <message>
        <source>file with the hub&apos;s own key, the same for all its processes; made if it is missing</source>
        <translation>本平台自己的密钥文件，所有进程使用同一份；没有时自动生成</translation>
    </message>
    <message>
        <source>what the hub calls itself to its centres</source>
        <translation>本平台向各中心显示的名称</translation>
    </message>
    <message>
        <source>address that codes name: the balancer&apos;s, where there is one</source>
        <translation>接入码中写明的地址；有负载均衡时写其地址</translation>
    </message>
    <message>
        <source>port to serve on; codes name it too</source>
        <translation>服务端口，接入码中也写明此端口</translation>
    </message>
    <message>
        <source>connections to the database</source>
        <translation>数据库连接数</translation>
    </message>
    <message>
        <source>makes the tables or brings them up to date, and ends</source>
        <translation>建立或升级数据表，然后退出</translation>
    </message>
    <message>
        <source>prints a code with which a centre is let in, and ends</source>
        <translation>显示中心接入码，然后退出</translation>
    </message>
    <message>
        <source>lists the centres, and ends</source>
        <translation>列出已接入的中心，然后退出</translation>
    </message>
    <message>
        <source>The hub %1 has everything.</source>
        <translation>上级平台 %1 已收到全部记录。</translation>
    </message>
    <message>
        <source>Entries are being passed on to the hub %1.</source>
        <translation>正在向上级平台 %1 上传记录。</translation>
    </message>
    <message>
        <source>Connecting to the hub %1…</source>
        <translation>正在连接上级平台 %1…</translation>
    </message>
    <message>
        <source>The hub %1 is out of reach: %2</source>
        <translation>上级平台 %1 无法连接：%2</translation>
    </message>
</context>
<context>
    <name>onedoor::AccountForm</name>
    <message>
        <source>N&amp;ame</source>
        <translation>姓名(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Login</source>
        <translation>登录名(&amp;L)</translation>
    </message>
    <message>
        <source>Lower-case letters, digits and dots, for example wang.fang</source>
        <translation>小写字母、数字和点，例如 wang.fang</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Signs in with</source>
        <translation>登录方式</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>密码(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Password: opens the store as well</source>
        <translation>密码(&amp;P)：程序启动时也可打开数据</translation>
    </message>
    <message>
        <source>P&amp;IN of 6 digits: once the store is open</source>
        <translation>6 位 PIN 码(&amp;I)：在已打开数据的电脑上快速登录</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN 码</translation>
    </message>
    <message>
        <source>Six digits, no row such as 123456</source>
        <translation>六位数字，不能是 123456 这样的连号</translation>
    </message>
    <message>
        <source>At least 8 characters; a short sentence is easy to keep</source>
        <translation>至少 8 个字符；一句短语最容易记住</translation>
    </message>
    <message>
        <source>Enter the name that colleagues see</source>
        <translation>请填写同事看到的姓名</translation>
    </message>
    <message>
        <source>Enter a login</source>
        <translation>请填写登录名</translation>
    </message>
    <message>
        <source>Choose at least one role</source>
        <translation>请至少选择一个岗位</translation>
    </message>
    <message>
        <source>Enter a PIN</source>
        <translation>请填写 PIN 码</translation>
    </message>
    <message>
        <source>Enter a password</source>
        <translation>请填写密码</translation>
    </message>
</context>
<context>
    <name>onedoor::AccountModel</name>
    <message>
        <source>PIN</source>
        <translation>PIN 码</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between roles</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Signs in with</source>
        <translation>登录方式</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>onedoor::AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号信息</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>新建账号</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>New password or PIN</source>
        <translation>重设密码或 PIN 码</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>停用账号</translation>
    </message>
    <message>
        <source>Enable again</source>
        <translation>重新启用</translation>
    </message>
    <message>
        <source>%1 may sign in now.</source>
        <translation>%1 现在可以登录了。</translation>
    </message>
    <message>
        <source>The new secret of %1 holds from now on.</source>
        <translation>%1 的新密码或 PIN 码即刻生效。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>%1 may sign in again.</source>
        <translation>%1 可以重新登录。</translation>
    </message>
    <message>
        <source>%1 may sign in no more.</source>
        <translation>%1 不能再登录。</translation>
    </message>
    <message>
        <source>New recovery key…</source>
        <translation>新的恢复密钥…</translation>
    </message>
    <message>
        <source>New recovery key</source>
        <translation>新的恢复密钥</translation>
    </message>
    <message>
        <source>The new recovery key is proven and valid. Put the new paper into the safe, and keep the old one until a new backup is made.</source>
        <translation>新的恢复密钥已通过验证并生效。请把新的纸件存入保险柜；旧纸件请保留到重新备份之后。</translation>
    </message>
    <message>
        <source>The recovery key was not replaced, the old one stays valid. Destroy the new paper. Reason: %1</source>
        <translation>恢复密钥未更换，旧密钥仍然有效。请销毁新的纸件。原因：%1</translation>
    </message>
</context>
<context>
    <name>onedoor::AdministratorStep</name>
    <message>
        <source>N&amp;ame</source>
        <translation>姓名(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Login</source>
        <translation>登录名(&amp;L)</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>密码(&amp;W)</translation>
    </message>
    <message>
        <source>Password a&amp;gain</source>
        <translation>再次输入密码(&amp;G)</translation>
    </message>
    <message>
        <source>Lower-case letters, digits and dots, for example wang.fang</source>
        <translation>小写字母、数字和点，例如 wang.fang</translation>
    </message>
    <message>
        <source>At least 8 characters; a short sentence is easy to keep</source>
        <translation>至少 8 个字符；一句短语最容易记住</translation>
    </message>
    <message>
        <source>Your account</source>
        <translation>您的账号</translation>
    </message>
    <message>
        <source>You become the administrator: you make the accounts of your colleagues. The password also opens the store.</source>
        <translation>您将成为管理员，负责为同事建立账号。此密码也用于打开数据。</translation>
    </message>
    <message>
        <source>Enter your name</source>
        <translation>请填写您的姓名</translation>
    </message>
    <message>
        <source>Enter a login</source>
        <translation>请填写登录名</translation>
    </message>
    <message>
        <source>Enter a password</source>
        <translation>请填写密码</translation>
    </message>
    <message>
        <source>The two passwords differ</source>
        <translation>两次输入的密码不一致</translation>
    </message>
    <message>
        <source>Making keys and store; this takes some seconds…</source>
        <translation>正在生成密钥并建立数据，需要几秒钟……</translation>
    </message>
    <message>
        <source>Create the &amp;store</source>
        <translation>建立数据(&amp;S)</translation>
    </message>
    <message>
        <source>Enter the password once more</source>
        <translation>请再次输入密码</translation>
    </message>
</context>
<context>
    <name>onedoor::AlarmBanner</name>
    <message>
        <source>Reported at %1.</source>
        <comment>by the own desk, quietly</comment>
        <translation>已于 %1 上报。</translation>
    </message>
    <message>
        <source>Reported at %1: %2.</source>
        <comment>when, who is on the way</comment>
        <translation>已于 %1 上报：%2。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>On my way</source>
        <translation>我马上到</translation>
    </message>
    <message>
        <source>All clear…</source>
        <translation>解除警报…</translation>
    </message>
    <message>
        <source>All clear</source>
        <translation>解除警报</translation>
    </message>
    <message>
        <source>What was it?</source>
        <translation>什么情况？</translation>
    </message>
    <message>
        <source>A few words without names. May stay empty.</source>
        <translation>简单写几个字，不写姓名；可以不填。</translation>
    </message>
    <message>
        <source>It was a false alarm</source>
        <translation>是误报</translation>
    </message>
</context>
<context>
    <name>onedoor::AppointmentForm</name>
    <message>
        <source>Service</source>
        <translation>服务事项</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Name, pinyin or telephone</source>
        <translation>姓名、拼音或电话</translation>
    </message>
    <message>
        <source>Name, pinyin or keyword</source>
        <translation>名称、拼音或关键词</translation>
    </message>
    <message>
        <source>No free time matches</source>
        <translation>没有符合的空闲时间</translation>
    </message>
    <message>
        <source>&amp;Look up</source>
        <translation>查找(&amp;L)</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>姓名(&amp;M)</translation>
    </message>
    <message>
        <source>Tele&amp;phone</source>
        <translation>电话(&amp;P)</translation>
    </message>
    <message>
        <source>Ser&amp;vice</source>
        <translation>服务事项(&amp;V)</translation>
    </message>
    <message>
        <source>Pla&amp;ce</source>
        <translation>地点(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>预约日期(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>预约时间(&amp;T)</translation>
    </message>
    <message>
        <source>Wh&amp;at it is about</source>
        <translation>什么事(&amp;A)</translation>
    </message>
    <message>
        <source>Any place</source>
        <translation>不限地点</translation>
    </message>
    <message>
        <source>Confidential: what is recorded is not shown. Empty leaves it as it is.</source>
        <translation>保密事项，已登记的内容不显示。留空则不变。</translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>当前时间</translation>
    </message>
    <message>
        <source>Nothing is free on this day. Next: %1 %2</source>
        <translation>当天已约满。下一个可约时间：%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n free · %1 min each</source>
        <translation>
            <numerusform>空闲 %n 个 · 每次 %1 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Whose appointment is it?</source>
        <translation>请填写预约人姓名。</translation>
    </message>
    <message>
        <source>Choose a service from the list.</source>
        <translation>请从列表中选择服务事项。</translation>
    </message>
    <message>
        <source>Please type a day such as 2026-03-02.</source>
        <translation>请输入日期，例如 2026-03-02。</translation>
    </message>
    <message>
        <source>Choose a free time from the list.</source>
        <translation>请从列表中选择空闲时间。</translation>
    </message>
    <message>
        <source>Say in a few words what it is about.</source>
        <translation>请用一句话写明什么事。</translation>
    </message>
</context>
<context>
    <name>onedoor::AppointmentModel</name>
    <message>
        <source>Expected</source>
        <translation>待到</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>已到</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务事项</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>号票</translation>
    </message>
</context>
<context>
    <name>onedoor::AppointmentsPage</name>
    <message>
        <source>Appointments</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>New appointment</source>
        <translation>新预约</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Has come: issue ticket</source>
        <translation>已到，取号</translation>
    </message>
    <message>
        <source>Cancel the appointment</source>
        <translation>取消预约</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>后一天</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>&amp;Visitor called it off</source>
        <translation>来访人取消(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Centre can&apos;t keep it</source>
        <translation>中心无法接待(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Booked by mistake</source>
        <translation>约错了(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>Appointments of the day</source>
        <translation>当天的预约</translation>
    </message>
    <message>
        <source>Taken back: %1, %2</source>
        <translation>已撤销：%1，%2</translation>
    </message>
    <message>
        <source>Please type a day such as 2026-03-02.</source>
        <translation>请输入日期，例如 2026-03-02。</translation>
    </message>
    <message>
        <source>%1 expected, %2 came, %3 did not come</source>
        <translation>待到 %1，已到 %2，未到 %3</translation>
    </message>
    <message>
        <source>No appointments on this day</source>
        <translation>当天没有预约</translation>
    </message>
    <message>
        <source>Ctrl+N books one. Whoever is booked appears here and in the look-up of the reception.</source>
        <translation>按 Ctrl+N 新增预约。预约人会出现在这里，在接待登记页也能查到。</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>已预约</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>%1: %2, %3 %4</source>
        <translation>%1：%2，%3 %4</translation>
    </message>
    <message>
        <source>%1 has come: ticket %2</source>
        <translation>%1 已到，号票 %2</translation>
    </message>
    <message>
        <source>Why is the appointment of %1 cancelled?</source>
        <translation>%1 的预约为什么取消？</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
</context>
<context>
    <name>onedoor::Banner</name>
    <message>
        <source>Close message</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>onedoor::BoardFigures</name>
    <message>
        <source>Issued</source>
        <translation>今日取号</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等候</translation>
    </message>
    <message>
        <source>At places</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>过号</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what, how many</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Staffed</source>
        <translation>在岗</translation>
    </message>
</context>
<context>
    <name>onedoor::BoardLines</name>
    <message>
        <source>Free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等候</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>最长等候</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Window or room</source>
        <translation>窗口或房间</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始时间</translation>
    </message>
    <message>
        <source>Back by</source>
        <translation>应回时间</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未解除</translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation>已解除</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>有人赶去</translation>
    </message>
    <message>
        <source>%1, was %2</source>
        <comment>reason, state before</comment>
        <translation>%1（原状态：%2）</translation>
    </message>
    <message>
        <source>Closed by rule</source>
        <translation>按规则办结</translation>
    </message>
    <message>
        <source>Carried over</source>
        <translation>往日转来</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>挂起/过号</translation>
    </message>
    <message>
        <source>Who comes now</source>
        <translation>现在取号</translation>
    </message>
</context>
<context>
    <name>onedoor::BoardPage</name>
    <message>
        <source>Close the day…</source>
        <translation>日结…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>办理记录</translation>
    </message>
    <message>
        <source>Take the closing back</source>
        <translation>撤回日结</translation>
    </message>
    <message>
        <source>Close them by the rule</source>
        <translation>按规则办结</translation>
    </message>
    <message>
        <source>Open until %1 · as of %2</source>
        <translation>开放至 %1 · 截至 %2</translation>
    </message>
    <message>
        <source>Closed until %1 · as of %2</source>
        <translation>%1 开放 · 截至 %2</translation>
    </message>
    <message>
        <source>Closed · as of %1</source>
        <translation>未开放 · 截至 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) of earlier days are still open.</source>
        <translation>
            <numerusform>往日还有 %n 张号票没有办完。</numerusform>
        </translation>
    </message>
    <message>
        <source>The day was closed at %1 by %2: %3.</source>
        <translation>%2 已于 %1 办理日结：%3。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The day is closed: %1.</source>
        <translation>日结完成：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) stand where they stood.</source>
        <translation>
            <numerusform>已恢复 %n 张号票。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) had been acted on since.</source>
        <translation>
            <numerusform>有 %n 张号票此后又有办理，未恢复。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) of earlier days were closed by rule.</source>
        <translation>
            <numerusform>已按规则办结往日号票 %n 张。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::BoardTables</name>
    <message>
        <source>Services</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Windows and rooms</source>
        <translation>窗口和房间</translation>
    </message>
    <message>
        <source>No service is offered</source>
        <translation>没有开办事项</translation>
    </message>
    <message>
        <source>On hold and missed</source>
        <translation>挂起和过号</translation>
    </message>
    <message>
        <source>Nobody is on hold or has missed a call</source>
        <translation>没有挂起，也没有过号</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>报警</translation>
    </message>
    <message>
        <source>No alarm today</source>
        <translation>今天没有报警</translation>
    </message>
    <message>
        <source>Closed by rule and carried over</source>
        <translation>按规则办结和往日转来</translation>
    </message>
    <message>
        <source>Nothing is left of earlier days</source>
        <translation>没有往日遗留</translation>
    </message>
    <message>
        <source>Other lists</source>
        <translation>其他列表</translation>
    </message>
    <message numerus="yes">
        <source>%n with a warning</source>
        <translation>
            <numerusform>%n 项预警</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 busy</source>
        <translation>%1 个在办</translation>
    </message>
    <message>
        <source>Away %1</source>
        <translation>挂起过号 %1</translation>
    </message>
    <message>
        <source>Alarms %1</source>
        <translation>报警 %1</translation>
    </message>
    <message>
        <source>Earlier days %1</source>
        <translation>往日遗留 %1</translation>
    </message>
</context>
<context>
    <name>onedoor::CallPanel</name>
    <message>
        <source>Please go to</source>
        <translation>请到</translation>
    </message>
    <message>
        <source>Now calling</source>
        <translation>正在叫号</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎光临</translation>
    </message>
    <message>
        <source>Please take a seat and wait for your number.</source>
        <translation>请就座等候叫号</translation>
    </message>
    <message>
        <source>Now calling %1, %2</source>
        <translation>正在叫号：%1，%2</translation>
    </message>
</context>
<context>
    <name>onedoor::CallRows</name>
    <message>
        <source>Called before</source>
        <translation>最近叫号</translation>
    </message>
    <message>
        <source>please come</source>
        <translation>请前往</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>onedoor::CentreForm</name>
    <message>
        <source>For example 08:30-12:00, 14:00-17:30; empty: closed</source>
        <translation>例如 08:30-12:00, 14:00-17:30；留空表示不开放</translation>
    </message>
    <message>
        <source>Words that people say at the desk, with commas between them</source>
        <translation>来访人常说的词，用逗号隔开</translation>
    </message>
    <message>
        <source>One a line: day, Chinese name / English name</source>
        <translation>每行一天：日期 中文名称 / 英文名称</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Please enter a whole number</source>
        <translation>请填写整数</translation>
    </message>
    <message>
        <source>Please choose one</source>
        <translation>请选择一项</translation>
    </message>
    <message>
        <source>Each line begins with a day, for example 2026-10-09</source>
        <translation>每行以日期开头，例如 2026-10-09</translation>
    </message>
    <message>
        <source>Please write hours like 08:30-12:00</source>
        <translation>请按 08:30-12:00 的格式填写</translation>
    </message>
    <message>
        <source>Please choose at least one</source>
        <translation>请至少选择一项</translation>
    </message>
    <message>
        <source>Please fill this in</source>
        <translation>请填写此项</translation>
    </message>
</context>
<context>
    <name>onedoor::CentreItemModel</name>
    <message>
        <source>closed</source>
        <translation>不开放</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>onedoor::CentrePage</name>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Sections of the centre</source>
        <translation>中心设置栏目</translation>
    </message>
    <message>
        <source>Search in this section</source>
        <translation>在本栏目中查找</translation>
    </message>
    <message>
        <source>Search: name or pinyin</source>
        <translation>查找：名称或拼音</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有符合的内容</translation>
    </message>
    <message>
        <source>Clear the search to see everything.</source>
        <translation>清空查找框可查看全部。</translation>
    </message>
    <message>
        <source>%1 was added and holds at once on every PC</source>
        <translation>已新增“%1”，各台电脑立即生效</translation>
    </message>
    <message>
        <source>%1 was changed and holds at once on every PC</source>
        <translation>已修改“%1”，各台电脑立即生效</translation>
    </message>
    <message>
        <source>%1 was removed</source>
        <translation>已删除“%1”</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>修改记录</translation>
    </message>
</context>
<context>
    <name>onedoor::CentreStep</name>
    <message>
        <source>From a &amp;file…</source>
        <translation>从文件选择(&amp;F)…</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>更改(&amp;H)…</translation>
    </message>
    <message>
        <source>Change the folder</source>
        <translation>更改文件夹</translation>
    </message>
    <message>
        <source>&amp;Centre</source>
        <translation>中心(&amp;C)</translation>
    </message>
    <message>
        <source>Folder of the &amp;store</source>
        <translation>数据文件夹(&amp;S)</translation>
    </message>
    <message>
        <source>On a disk of this PC, not on a network drive or a USB stick</source>
        <translation>请放在本机硬盘上，不要放在网络盘或 U 盘</translation>
    </message>
    <message>
        <source>Which centre is this?</source>
        <translation>这是哪个中心？</translation>
    </message>
    <message>
        <source>The template brings windows, rooms, services, ticket series and opening hours. They can be changed in the file.</source>
        <translation>模板中已有窗口、工作室、事项、号段和办公时间，可在文件中修改。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Services (%1): %2

Windows and rooms (%3): %4</source>
        <translation>受理事项（%1 项）：%2

窗口与工作室（%3 个）：%4</translation>
    </message>
    <message numerus="yes">
        <source>%1 can&apos;t be used: %n fault(s). Mend the file and choose it again.</source>
        <translation>
            <numerusform>%1 无法使用：有 %n 处错误。请改正后重新选择。</numerusform>
        </translation>
    </message>
    <message>
        <source>File of the centre</source>
        <translation>中心模板文件</translation>
    </message>
    <message>
        <source>Centre files (*.json)</source>
        <translation>中心模板 (*.json)</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>Folder of the store</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Choose a centre</source>
        <translation>请选择中心</translation>
    </message>
</context>
<context>
    <name>onedoor::CentreUsage</name>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 sits there now</source>
        <translation>%1正在值守</translation>
    </message>
    <message numerus="yes">
        <source>%n visitors are waiting for it</source>
        <translation>
            <numerusform>%n位来访人在等候</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visitors are being called or served</source>
        <translation>
            <numerusform>%n位来访人正在叫号或办理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visitors are on hold</source>
        <translation>
            <numerusform>%n位来访人已挂起</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n numbers were given out today</source>
        <translation>
            <numerusform>今天已发出%n个号</numerusform>
        </translation>
    </message>
    <message>
        <source>Windows and rooms: %1</source>
        <translation>窗口和房间：%1</translation>
    </message>
    <message>
        <source>Services: %1</source>
        <translation>服务：%1</translation>
    </message>
</context>
<context>
    <name>onedoor::CentreWords</name>
    <message>
        <source>Key</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排列顺序</translation>
    </message>
    <message>
        <source>Chinese name</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Short label, Chinese</source>
        <translation>简称（中文）</translation>
    </message>
    <message>
        <source>Short label, English</source>
        <translation>简称（英文）</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Services offered</source>
        <translation>办理的服务</translation>
    </message>
    <message>
        <source>Offered at</source>
        <translation>办理窗口</translation>
    </message>
    <message>
        <source>Repeated calls at most</source>
        <translation>最多重复叫号次数</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>入驻方式</translation>
    </message>
    <message>
        <source>Chinese description</source>
        <translation>中文说明</translation>
    </message>
    <message>
        <source>English description</source>
        <translation>英文说明</translation>
    </message>
    <message>
        <source>Number series</source>
        <translation>号段</translation>
    </message>
    <message>
        <source>Usual minutes a visitor</source>
        <translation>每位通常用时（分钟）</translation>
    </message>
    <message>
        <source>Search words</source>
        <translation>查找用词</translation>
    </message>
    <message>
        <source>Particulars</source>
        <translation>特别说明</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>字母</translation>
    </message>
    <message>
        <source>First number</source>
        <translation>首号</translation>
    </message>
    <message>
        <source>Last number</source>
        <translation>末号</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>位数</translation>
    </message>
    <message>
        <source>Begins anew every day</source>
        <translation>每天重新编号</translation>
    </message>
    <message>
        <source>Numbers a PC gets at once</source>
        <translation>每台电脑一次领取的号数</translation>
    </message>
    <message>
        <source>Head start in minutes</source>
        <translation>提前分钟数</translation>
    </message>
    <message>
        <source>Counts as served</source>
        <translation>计入已接待</translation>
    </message>
    <message>
        <source>The matter goes on</source>
        <translation>事项继续办理</translation>
    </message>
    <message>
        <source>Reminder after minutes</source>
        <translation>多少分钟后提醒</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Floor area in square metres</source>
        <translation>建筑面积（平方米）</translation>
    </message>
    <message>
        <source>Heading, Chinese</source>
        <translation>抬头（中文）</translation>
    </message>
    <message>
        <source>Heading, English</source>
        <translation>抬头（英文）</translation>
    </message>
    <message>
        <source>Foot, Chinese</source>
        <translation>页脚（中文）</translation>
    </message>
    <message>
        <source>Foot, English</source>
        <translation>页脚（英文）</translation>
    </message>
    <message>
        <source>Seconds a call stays large</source>
        <translation>叫号大字显示秒数</translation>
    </message>
    <message>
        <source>Earlier calls listed</source>
        <translation>列出的近期叫号数</translation>
    </message>
    <message>
        <source>Rows on the screen</source>
        <translation>屏幕行数</translation>
    </message>
    <message>
        <source>Pause after a missed call in minutes</source>
        <translation>过号后暂缓分钟数</translation>
    </message>
    <message>
        <source>Minutes in which an act can be taken back</source>
        <translation>可撤销操作的分钟数</translation>
    </message>
    <message>
        <source>Weekly hours</source>
        <translation>每周开放时间</translation>
    </message>
    <message>
        <source>Worked weekends</source>
        <translation>调休上班日</translation>
    </message>
    <message>
        <source>Closed on public holidays</source>
        <translation>法定节假日不开放</translation>
    </message>
    <message>
        <source>Closed days</source>
        <translation>停办日</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Studio</source>
        <translation>工作室</translation>
    </message>
    <message>
        <source>Tribunal</source>
        <translation>法庭</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Mediation committee</source>
        <translation>调解组织</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Here every working day</source>
        <translation>常驻</translation>
    </message>
    <message>
        <source>On rostered days</source>
        <translation>轮驻</translation>
    </message>
    <message>
        <source>Comes when called</source>
        <translation>随叫随驻</translation>
    </message>
    <message>
        <source>Papers handed back</source>
        <translation>退回材料</translation>
    </message>
    <message>
        <source>Papers stay here</source>
        <translation>材料留存</translation>
    </message>
    <message>
        <source>Waiting for an internal step</source>
        <translation>等待内部流程</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>保密</translation>
    </message>
    <message>
        <source>By appointment</source>
        <translation>需预约</translation>
    </message>
    <message>
        <source>Called without voice</source>
        <translation>不语音叫号</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between the days of a week</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>Windows and rooms</source>
        <translation>窗口和房间</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Ticket numbers</source>
        <translation>排队号段</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Priorities</source>
        <translation>优先类别</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Hold reasons</source>
        <translation>挂起原因</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>The centre</source>
        <translation>中心信息</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>开放时间</translation>
    </message>
    <message>
        <source>Slip texts</source>
        <translation>小票文字</translation>
    </message>
    <message>
        <source>Hall display</source>
        <translation>大厅叫号屏</translation>
    </message>
    <message>
        <source>Queue rules</source>
        <translation>排队规则</translation>
    </message>
    <message>
        <source>Window or room</source>
        <translation>窗口或房间</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先类别</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Hold reason</source>
        <translation>挂起原因</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1: added</source>
        <translation>新增“%1”</translation>
    </message>
    <message>
        <source>%1: removed</source>
        <translation>删除“%1”</translation>
    </message>
    <message>
        <source>%1: no effect</source>
        <translation>“%1”没有变化</translation>
    </message>
    <message>
        <source>%1: %2 changed</source>
        <comment>item, what of it</comment>
        <translation>“%1”：修改了%2</translation>
    </message>
    <message>
        <source>May come early by minutes</source>
        <translation>可提前到达分钟数</translation>
    </message>
    <message>
        <source>May come late by minutes</source>
        <translation>可迟到分钟数</translation>
    </message>
    <message>
        <source>Head start of an appointment in minutes</source>
        <translation>预约优先分钟数</translation>
    </message>
    <message>
        <source>Length of an appointment in minutes</source>
        <translation>每次预约时长（分钟）</translation>
    </message>
    <message>
        <source>Appointments of a service at the same time</source>
        <translation>同一事项同时可约个数</translation>
    </message>
    <message>
        <source>Times are offered every so many minutes</source>
        <translation>预约时间间隔（分钟）</translation>
    </message>
    <message>
        <source>Booked at most so many days ahead</source>
        <translation>最多提前预约天数</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Words people say</source>
        <translation>来访人常说的词</translation>
    </message>
    <message>
        <source>And one of these words</source>
        <translation>且含其中之一</translation>
    </message>
    <message>
        <source>Stops in their order</source>
        <translation>依次前往的环节</translation>
    </message>
    <message>
        <source>Points of each word</source>
        <translation>每个词的分值</translation>
    </message>
    <message>
        <source>Said after the chime, in Chinese</source>
        <translation>提示音后的语音播报</translation>
    </message>
    <message>
        <source>At closing: who waits</source>
        <translation>日结时：等候的</translation>
    </message>
    <message>
        <source>At closing: who was called</source>
        <translation>日结时：已叫号的</translation>
    </message>
    <message>
        <source>At closing: who is being served</source>
        <translation>日结时：接待中的</translation>
    </message>
    <message>
        <source>At closing: who is on hold</source>
        <translation>日结时：挂起的</translation>
    </message>
    <message>
        <source>At closing: who missed a call</source>
        <translation>日结时：过号的</translation>
    </message>
    <message>
        <source>Closed by rule after days (0: never)</source>
        <translation>几天后按规则办结（0 为不办结）</translation>
    </message>
    <message>
        <source>By rule: being served counts as served</source>
        <translation>按规则办结时，接待中的算已办理</translation>
    </message>
    <message>
        <source>Warning: people a place</source>
        <translation>预警：每个窗口等候人数</translation>
    </message>
    <message>
        <source>Critical: people a place</source>
        <translation>告急：每个窗口等候人数</translation>
    </message>
    <message>
        <source>Warning: minutes called and not there</source>
        <translation>预警：叫号未到分钟数</translation>
    </message>
    <message>
        <source>Warning: minutes at a place</source>
        <translation>预警：接待分钟数</translation>
    </message>
    <message>
        <source>Critical: minutes at a place</source>
        <translation>告急：接待分钟数</translation>
    </message>
    <message>
        <source>Warning: minutes a hold is overdue</source>
        <translation>预警：挂起超时分钟数</translation>
    </message>
    <message>
        <source>Critical: minutes a hold is overdue</source>
        <translation>告急：挂起超时分钟数</translation>
    </message>
    <message>
        <source>Carried over to the next day</source>
        <translation>转到次日</translation>
    </message>
    <message>
        <source>Not reached today</source>
        <translation>当日未轮到</translation>
    </message>
    <message>
        <source>Visitor left</source>
        <translation>来访人离开</translation>
    </message>
    <message>
        <source>Was served</source>
        <translation>已接待</translation>
    </message>
    <message>
        <source>Issued by mistake</source>
        <translation>误取号</translation>
    </message>
    <message>
        <source>Where matters lead</source>
        <translation>事项分流</translation>
    </message>
    <message>
        <source>End of day and warnings</source>
        <translation>日结与预警</translation>
    </message>
    <message>
        <source>Line of the triage table</source>
        <translation>分流规则</translation>
    </message>
</context>
<context>
    <name>onedoor::ChangesPanel</name>
    <message>
        <source>Nothing was changed yet</source>
        <translation>还没有修改过</translation>
    </message>
    <message>
        <source>The centre is as it was founded.</source>
        <translation>中心设置与建立时一致。</translation>
    </message>
    <message>
        <source>Taken back – %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>section, who, when</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>No effect</source>
        <translation>未生效</translation>
    </message>
    <message>
        <source>Was taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>撤销：%1</translation>
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
    <name>onedoor::ChoiceField</name>
    <message>
        <source>Nothing in the list matches</source>
        <translation>没有符合的选项</translation>
    </message>
</context>
<context>
    <name>onedoor::ClosingSheet</name>
    <message>
        <source>Close the day</source>
        <translation>日结</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Nothing is open any more.</source>
        <translation>没有未办完的号票。</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) are still open. What is carried over waits again on %1, with the arrival time that it has.</source>
        <translation>
            <numerusform>还有 %n 张号票没有办完。转到次日的，%1 继续排队，取号时间不变。</numerusform>
        </translation>
    </message>
    <message>
        <source>The centre is open until %1: whoever comes after this is closed later.</source>
        <translation>中心开放至 %1，此后再来的号票另行日结。</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>As the centre&apos;s rule proposes</source>
        <translation>按中心规则的建议</translation>
    </message>
    <message>
        <source>For all of them</source>
        <translation>全部号票</translation>
    </message>
    <message>
        <source>%1 · %2 · came %3</source>
        <comment>state, service, time</comment>
        <translation>%1 · %2 · %3 到</translation>
    </message>
    <message>
        <source>What becomes of %1</source>
        <comment>a ticket</comment>
        <translation>%1 怎么处理</translation>
    </message>
</context>
<context>
    <name>onedoor::ConflictModel</name>
    <message>
        <source>Decided twice</source>
        <translation>处理不一致</translation>
    </message>
    <message>
        <source>Take note</source>
        <translation>待知悉</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>record and visitor</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>双方操作</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>处理情况</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>onedoor::ConflictWords</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>办理事项</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>办理地点</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>指定地点</translation>
    </message>
    <message>
        <source>On hold because</source>
        <translation>挂起原因</translation>
    </message>
    <message>
        <source>Note for the next place</source>
        <translation>转办说明</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Note at the end</source>
        <translation>办结说明</translation>
    </message>
    <message>
        <source>Called at</source>
        <translation>叫号时间</translation>
    </message>
    <message>
        <source>Begun at</source>
        <translation>开始接待</translation>
    </message>
    <message>
        <source>Ended at</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Ethnic group</source>
        <translation>民族</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>行政区划</translation>
    </message>
    <message>
        <source>Work unit</source>
        <translation>工作单位</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Signs in with</source>
        <translation>登录方式</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>允许登录</translation>
    </message>
    <message>
        <source>Who sits there</source>
        <translation>在岗人员</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>在岗时间</translation>
    </message>
    <message>
        <source>Visit number</source>
        <translation>来访编号</translation>
    </message>
    <message>
        <source>Arrived at</source>
        <translation>到访时间</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Came before</source>
        <translation>重复来访</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Danger to somebody</source>
        <translation>有人身危险</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>保密</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>反映事项</translation>
    </message>
    <message>
        <source>Letter of its numbers</source>
        <translation>号码字母</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Let in at</source>
        <translation>接入时间</translation>
    </message>
    <message>
        <source>Shut out at</source>
        <translation>停用时间</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>号码系列</translation>
    </message>
    <message>
        <source>Numbers granted</source>
        <translation>已分配号段</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between roles</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN 码</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Ticket %1</source>
        <translation>%1 号</translation>
    </message>
    <message>
        <source>Visitor %1</source>
        <translation>来访人 %1</translation>
    </message>
    <message>
        <source>Account %1</source>
        <translation>账号 %1</translation>
    </message>
    <message>
        <source>Visit %1</source>
        <translation>来访 %1</translation>
    </message>
    <message>
        <source>Matter of %1</source>
        <translation>%1 的反映事项</translation>
    </message>
    <message>
        <source>Numbers of series %1</source>
        <translation>%1 系列号段</translation>
    </message>
    <message>
        <source>PC %1</source>
        <translation>电脑 %1</translation>
    </message>
    <message>
        <source>Hall host</source>
        <translation>大厅主机</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>%1, twice</source>
        <translation>重复“%1”</translation>
    </message>
    <message>
        <source> / </source>
        <comment>between what the two did</comment>
        <translation> / </translation>
    </message>
    <message>
        <source>%1 (PC %2)</source>
        <translation>%1（电脑：%2）</translation>
    </message>
    <message>
        <source>Two computers did this without knowing of each other. Here the rule leaves no choice: the earlier entry stands. Please take note of it.</source>
        <translation>两台电脑在互不知情时作了同样的登记。按规则以在先的记录为准，请确认知悉。</translation>
    </message>
    <message>
        <source>Two people changed the same details without knowing of each other. Until somebody decides, the newest entry counts: %1.</source>
        <translation>两位同事在互不知情时修改了同一内容。处理之前，暂以较新的记录（%1）为准。</translation>
    </message>
    <message>
        <source>Two people acted without knowing of each other, because their computers were cut off. Until somebody decides, the earlier act counts: %1.</source>
        <translation>两台电脑断网期间，两位同事在互不知情时办理了同一记录。处理之前，暂以在先的操作（%1）为准。</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Version 1</source>
        <translation>版本 1</translation>
    </message>
    <message>
        <source>Version 2</source>
        <translation>版本 2</translation>
    </message>
    <message>
        <source>Merged into</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Call for staff</source>
        <translation>呼叫工作人员</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Early by at most minutes</source>
        <translation>可提前分钟数</translation>
    </message>
    <message>
        <source>Late by at most minutes</source>
        <translation>可迟到分钟数</translation>
    </message>
    <message>
        <source>Head start in minutes</source>
        <translation>优先分钟数</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>什么事</translation>
    </message>
    <message>
        <source>Booked at</source>
        <translation>预约办理时间</translation>
    </message>
    <message>
        <source>Appointment of %1</source>
        <translation>%1 的预约</translation>
    </message>
    <message>
        <source>Emergency alarm</source>
        <translation>紧急报警</translation>
    </message>
</context>
<context>
    <name>onedoor::ConflictsPage</name>
    <message>
        <source>Conflicts</source>
        <translation>冲突处理</translation>
    </message>
    <message>
        <source>Which conflicts</source>
        <translation>显示哪些冲突</translation>
    </message>
    <message>
        <source>Version 1 stands</source>
        <translation>以版本 1 为准</translation>
    </message>
    <message>
        <source>Version 2 stands</source>
        <translation>以版本 2 为准</translation>
    </message>
    <message>
        <source>History</source>
        <translation>办理记录</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>撤回决定</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Both versions</source>
        <translation>两个版本</translation>
    </message>
    <message>
        <source>No decisions yet</source>
        <translation>暂无已处理的冲突</translation>
    </message>
    <message>
        <source>Conflicts that somebody has decided are kept here, with who decided and when. A decision can be changed at any time.</source>
        <translation>已处理的冲突保留在此，可查看由何人、何时处理，处理结果可随时更改。</translation>
    </message>
    <message>
        <source>Nothing to decide</source>
        <translation>没有待处理的冲突</translation>
    </message>
    <message>
        <source>When the network is cut, two people may change the same record without knowing of each other. Once their computers meet again, both versions are shown here and you say which one stands. Nothing is overwritten.</source>
        <translation>断网期间，两位同事可能在互不知情时改动同一记录。网络恢复后，两个版本都会列在此处，由您确定以哪个为准，任何一方的记录都不会被覆盖。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>record, acts</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>record, visitor, acts</comment>
        <translation>%1 %2：%3</translation>
    </message>
    <message>
        <source>%1 (%2) opened it again</source>
        <comment>who, when</comment>
        <translation>%1（%2）撤回了决定</translation>
    </message>
    <message>
        <source>%1 (%2, PC %3): %4 stands</source>
        <comment>who, when, where, version</comment>
        <translation>%1（%2，电脑：%3）：以%4 为准</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between decisions</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>Two people decided without knowing of each other. %1. Please decide once more; until then %2 counts.</source>
        <translation>两位管理员在互不知情时作出了不同的决定。%1。请重新处理，此前暂以%2 为准。</translation>
    </message>
    <message>
        <source>Decided. %1.</source>
        <translation>已处理。%1。</translation>
    </message>
    <message>
        <source>Take note</source>
        <translation>确认知悉</translation>
    </message>
    <message>
        <source>%1 stands instead</source>
        <translation>改以%1 为准</translation>
    </message>
    <message>
        <source>%1 stands</source>
        <translation>以%1 为准</translation>
    </message>
    <message>
        <source>%1: taken note of.</source>
        <translation>%1：已确认知悉。</translation>
    </message>
    <message>
        <source>%1: %2 stands.</source>
        <comment>record, version</comment>
        <translation>%1：以%2 为准。</translation>
    </message>
    <message>
        <source>%1 is open again.</source>
        <translation>%1：决定已撤回，重新列为待处理。</translation>
    </message>
    <message>
        <source>The decision was taken back; the conflict is open again.</source>
        <translation>决定已撤回，该冲突重新列为待处理。</translation>
    </message>
</context>
<context>
    <name>onedoor::CounterActions</name>
    <message>
        <source>Call next</source>
        <translation>呼叫下一位</translation>
    </message>
    <message>
        <source>Calls the visitor who stands first</source>
        <translation>呼叫排在最前的来访人</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>重呼</translation>
    </message>
    <message>
        <source>Announces the called visitor once more</source>
        <translation>再次播报已呼叫的来访人</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始接待</translation>
    </message>
    <message>
        <source>The visitor has come to this place</source>
        <translation>来访人已到本窗口</translation>
    </message>
    <message>
        <source>Hold…</source>
        <translation>挂起…</translation>
    </message>
    <message>
        <source>Interrupts serving for a reason; the visitor comes back</source>
        <translation>说明原因暂停接待，来访人稍后继续</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>过号</translation>
    </message>
    <message>
        <source>The visitor was called and did not come</source>
        <translation>已呼叫，来访人未到</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>转办…</translation>
    </message>
    <message>
        <source>On to another service; number and arrival time stay</source>
        <translation>转到其他服务，号码和到达时间不变</translation>
    </message>
    <message>
        <source>Finish…</source>
        <translation>办结…</translation>
    </message>
    <message>
        <source>Ends serving with its outcome</source>
        <translation>选择办理结果，结束接待</translation>
    </message>
    <message>
        <source>Call chosen</source>
        <translation>呼叫所选</translation>
    </message>
    <message>
        <source>Calls the visitor selected in the list</source>
        <translation>呼叫列表中选中的来访人</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续接待</translation>
    </message>
    <message>
        <source>Back to queue</source>
        <translation>退回排队</translation>
    </message>
    <message>
        <source>The visitor waits again; the arrival time stays</source>
        <translation>来访人重新等候，到达时间不变</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Takes back the last act at this console</source>
        <translation>撤销本窗口的上一步操作</translation>
    </message>
    <message>
        <source>Calling</source>
        <translation>叫号</translation>
    </message>
    <message>
        <source>History</source>
        <translation>办理记录</translation>
    </message>
    <message>
        <source>Shows every step of the visit that is selected, or of the visitor who is here</source>
        <translation>查看所选来访人或当前来访人的全部办理记录</translation>
    </message>
    <message>
        <source>Goes on with the visitor on hold that is selected, or with the only one</source>
        <translation>继续接待选中的挂起来访人；只有一人时无需选择</translation>
    </message>
    <message>
        <source>Next list</source>
        <translation>下一列表</translation>
    </message>
    <message>
        <source>To the visitors waiting, on hold, missed, done</source>
        <translation>依次转到等候、挂起、过号、办结列表</translation>
    </message>
    <message>
        <source>Done at once</source>
        <translation>即时办结</translation>
    </message>
    <message>
        <source>Serves and finishes in one step: the visitor selected, or whoever stands first</source>
        <translation>一步完成呼叫、接待和办结：所选来访人，未选择时为排在首位的来访人</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一办理点</translation>
    </message>
    <message>
        <source>To the next of the places that you look after</source>
        <translation>切换到您兼管的下一个窗口或办公室</translation>
    </message>
    <message>
        <source>More places…</source>
        <translation>兼管更多…</translation>
    </message>
    <message>
        <source>Look after further windows or rooms from here</source>
        <translation>在此同时兼管其他窗口或办公室</translation>
    </message>
    <message>
        <source>Stops…</source>
        <translation>后续环节…</translation>
    </message>
    <message>
        <source>Which stops the visitor still makes, with the same number</source>
        <translation>来访人凭同一号码还要前往哪些环节</translation>
    </message>
</context>
<context>
    <name>onedoor::CounterPage</name>
    <message>
        <source>Take over the place</source>
        <translation>接管此窗口</translation>
    </message>
    <message>
        <source>%1: the last act was taken back</source>
        <translation>%1：已撤销上一步操作</translation>
    </message>
    <message>
        <source>%1 is called</source>
        <translation>已呼叫 %1</translation>
    </message>
    <message>
        <source>%1 is called again</source>
        <translation>已重呼 %1</translation>
    </message>
    <message>
        <source>%1: serving has begun</source>
        <translation>%1 已开始接待</translation>
    </message>
    <message>
        <source>%1 is on hold</source>
        <translation>%1 已挂起</translation>
    </message>
    <message>
        <source>%1: serving goes on</source>
        <translation>%1 已继续接待</translation>
    </message>
    <message>
        <source>%1 did not come</source>
        <translation>%1 已过号</translation>
    </message>
    <message>
        <source>%1 waits again</source>
        <translation>%1 已退回排队</translation>
    </message>
    <message>
        <source>%1 goes on to %2</source>
        <translation>%1 已转到“%2”</translation>
    </message>
    <message>
        <source>%1 finished: %2</source>
        <translation>%1 已办结：%2</translation>
    </message>
    <message>
        <source>%1 waits again: the time on hold is over</source>
        <translation>%1 号挂起时间已到，恢复排队</translation>
    </message>
    <message>
        <source>%1 waits again after a missed call</source>
        <translation>%1 号过号等候时间已到，恢复排队</translation>
    </message>
    <message>
        <source>A scan was not taken: please finish here first.</source>
        <translation>本次扫描未处理，请先完成当前操作。</translation>
    </message>
    <message>
        <source>%1 is done: %2</source>
        <translation>%1 号已即时办结：%2</translation>
    </message>
    <message>
        <source>%1 is done here and goes on to %2 (%3)</source>
        <translation>%1 在本处已办结，接着前往%2（%3）</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the labels of places</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 goes to %2 and comes back here</source>
        <translation>%1 前往%2，办完后返回本处</translation>
    </message>
    <message>
        <source>%1 has no further stop</source>
        <translation>%1 已无后续环节</translation>
    </message>
    <message>
        <source>%1: the stops are planned</source>
        <translation>%1 的后续环节已安排</translation>
    </message>
</context>
<context>
    <name>onedoor::CounterScan</name>
    <message>
        <source>The bearer of this card holds no ticket today. Please send the visitor to the reception desk.</source>
        <translation>持证人今日未取号，请引导至来访接待登记室登记。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>state of a ticket, place</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Ticket %1 was scanned (%2). Finish with %3 first.</source>
        <translation>已扫描 %1 号（%2）。请先办完 %3 号。</translation>
    </message>
    <message>
        <source>Ticket %1 was scanned (%2). Choose your place first, then scan again.</source>
        <translation>已扫描 %1 号（%2）。请先选择本人所在窗口，再扫描一次。</translation>
    </message>
    <message>
        <source>Ticket %1 was scanned (%2). Nothing is to be done with it here.</source>
        <translation>已扫描 %1 号（%2），本窗口无需处理。</translation>
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
    <name>onedoor::DayWords</name>
    <message>
        <source>, </source>
        <comment>between the parts of a sentence</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Carry over to the next day</source>
        <translation>转到次日</translation>
    </message>
    <message>
        <source>Not reached today</source>
        <translation>当日未轮到</translation>
    </message>
    <message>
        <source>Visitor left</source>
        <translation>来访人离开</translation>
    </message>
    <message>
        <source>Was served</source>
        <translation>已接待</translation>
    </message>
    <message>
        <source>Issued by mistake</source>
        <translation>误取号</translation>
    </message>
    <message>
        <source>waits long</source>
        <translation>等候较久</translation>
    </message>
    <message>
        <source>waits very long</source>
        <translation>等候过久</translation>
    </message>
    <message>
        <source>nobody serves it</source>
        <translation>无人接待</translation>
    </message>
    <message>
        <source>many wait</source>
        <translation>人多</translation>
    </message>
    <message>
        <source>very many wait</source>
        <translation>人过多</translation>
    </message>
    <message>
        <source>full for today</source>
        <translation>今日已满</translation>
    </message>
    <message>
        <source>not come</source>
        <translation>叫号未到</translation>
    </message>
    <message>
        <source>takes long</source>
        <translation>接待较久</translation>
    </message>
    <message>
        <source>takes very long</source>
        <translation>接待过久</translation>
    </message>
    <message>
        <source>nobody signed in</source>
        <translation>无人在岗</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>long overdue</source>
        <translation>严重超时</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>告急</translation>
    </message>
    <message>
        <source>Emergency alarm: %1, %2, raised by %3.</source>
        <translation>紧急报警：%1，%2，%3 发出。</translation>
    </message>
    <message>
        <source>%1 False alarm, said %2 at %3.</source>
        <translation>%1%2 于 %3 确认为误报。</translation>
    </message>
    <message>
        <source>%1 Cleared by %2 at %3.</source>
        <translation>%1%2 于 %3 解除。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>alarm, note</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1 On the way: %2.</source>
        <translation>%1正赶去：%2。</translation>
    </message>
    <message>
        <source>nothing was open</source>
        <translation>没有未办完的号票</translation>
    </message>
    <message numerus="yes">
        <source>%n closed</source>
        <translation>
            <numerusform>办结 %n 张</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n carried over to %1</source>
        <translation>
            <numerusform>转到 %1 %n 张</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::Desk</name>
    <message numerus="yes">
        <source>Locked because nobody touched keyboard or mouse for %n minute(s)</source>
        <translation>
            <numerusform>已有 %n 分钟无人操作，已自动锁定</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in – OneDoor</source>
        <translation>登录 – 一门通</translation>
    </message>
    <message>
        <source>Welcome – OneDoor</source>
        <translation>欢迎 – 一门通</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>OneDoor</source>
        <translation>一门通</translation>
    </message>
</context>
<context>
    <name>onedoor::Disclosure</name>
    <message>
        <source>shown</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已收起</translation>
    </message>
</context>
<context>
    <name>onedoor::DuplicateModel</name>
    <message>
        <source>Merged</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>when, who, reason</comment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Birth, telephone, document</source>
        <translation>出生、电话、证件</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Very likely, %1 of 100</source>
        <translation>极可能（%1 分）</translation>
    </message>
    <message>
        <source>Perhaps, %1 of 100</source>
        <translation>可能（%1 分）</translation>
    </message>
</context>
<context>
    <name>onedoor::EraseSheet</name>
    <message>
        <source>Erase personal data</source>
        <translation>删除个人信息</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Name of the person</source>
        <translation>当事人姓名(&amp;N)</translation>
    </message>
    <message>
        <source>C&amp;ontinue</source>
        <translation>继续(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Step 1 of 2: what happens</source>
        <translation>第 1 步（共 2 步）：删除内容</translation>
    </message>
    <message>
        <source>The key to everything personal about %1 is destroyed: name, document, telephone and address, what the matters were about, notes and legal holds. Other PCs follow as soon as they are reached; until then the page lists them by name.</source>
        <translation>%1的个人信息密钥将被销毁：姓名、证件、电话、地址、反映事项的内容、备注和依法保留记录均无法再读取。其他电脑连通后随即销毁；在此之前，本页会列出尚未完成的电脑。</translation>
    </message>
    <message>
        <source>Visits and tickets keep their numbers and times, without a name.</source>
        <translation>来访和排队号保留编号和时间，不再显示姓名。</translation>
    </message>
    <message>
        <source>Backups and exported files that were made before still hold the data: delete them as well. If the person wants a copy, cancel and export the data first.</source>
        <translation>此前所做的备份和导出的文件仍含有这些信息，请一并删除。如本人需要副本，请先取消，导出后再删除。</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>请选择原因</translation>
    </message>
    <message>
        <source>Step 2 of 2: are you sure?</source>
        <translation>第 2 步（共 2 步）：确认删除</translation>
    </message>
    <message>
        <source>This can&apos;t be undone: nobody can bring the data back, not even with the recovery key.</source>
        <translation>此操作无法撤销：删除后任何人都不能恢复，使用恢复密钥也不能。</translation>
    </message>
    <message>
        <source>Type “%1” to confirm</source>
        <translation>请输入“%1”以确认</translation>
    </message>
    <message>
        <source>&amp;Erase for ever</source>
        <translation>永久删除(&amp;E)</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) merged into this one go with it: %1</source>
        <translation>
            <numerusform>已并入的 %n 条登记信息一并删除：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>onedoor::ErasureModel</name>
    <message>
        <source>Everywhere</source>
        <translation>已全部完成</translation>
    </message>
    <message numerus="yes">
        <source>%n PC(s) pending</source>
        <translation>
            <numerusform>%n 台电脑未完成</numerusform>
        </translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>this PC</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>%1 (this PC)</source>
        <translation>%1（本机）</translation>
    </message>
    <message>
        <source>none yet</source>
        <comment>PCs that have confirmed</comment>
        <translation>暂无</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names of PCs</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Details are still on their way</source>
        <translation>详情尚未送达本机</translation>
    </message>
    <message>
        <source>%1 (not heard of yet)</source>
        <translation>%1（尚无音讯）</translation>
    </message>
    <message>
        <source>%1 (last heard of %2)</source>
        <translation>%1（最近音讯：%2）</translation>
    </message>
    <message>
        <source>none</source>
        <comment>PCs that are pending</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>删除时间</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Still pending</source>
        <translation>未完成的电脑</translation>
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
    <message>
        <source>This did not work</source>
        <translation>操作未完成</translation>
    </message>
</context>
<context>
    <name>onedoor::ExpectedBar</name>
    <message numerus="yes">
        <source>%n expected by appointment</source>
        <translation>
            <numerusform>今天还有 %n 位预约人待到</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · next %2 %3, %4</source>
        <translation>%1 · 下一位 %2 %3，%4</translation>
    </message>
</context>
<context>
    <name>onedoor::ExpectedSheet</name>
    <message>
        <source>Who is expected today</source>
        <translation>今天待到的预约人</translation>
    </message>
    <message>
        <source>Has come: issue ticket</source>
        <translation>已到，取号</translation>
    </message>
    <message>
        <source>Nobody is expected any more</source>
        <translation>今天没有待到的预约人</translation>
    </message>
    <message>
        <source>Appointments of today appear here until the visitor has come.</source>
        <translation>当天的预约在来访人到达之前显示在这里。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>onedoor::FinishSheet</name>
    <message>
        <source>Finish</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Press its digit, then Enter.</source>
        <translation>按数字键选择，再按回车确认。</translation>
    </message>
    <message>
        <source>Note for the record</source>
        <translation>办理备注</translation>
    </message>
    <message>
        <source>Choose how it ended.</source>
        <translation>请选择办理结果。</translation>
    </message>
    <message>
        <source>Ends here: no further stop</source>
        <translation>到此结束，不再前往后续环节</translation>
    </message>
    <message>
        <source>Hand-over note</source>
        <translation>交接说明</translation>
    </message>
    <message>
        <source>Goes on to %1 with the same number. The note is shown to whoever calls there.</source>
        <translation>凭同一号码接着前往%1，说明会显示给下一位叫号人员。</translation>
    </message>
</context>
<context>
    <name>onedoor::FolderFault</name>
    <message>
        <source>Enter a whole path, or choose a folder</source>
        <translation>请输入完整路径，或选择文件夹</translation>
    </message>
    <message>
        <source>There is a store in this folder already; choose another folder, or go back and open it</source>
        <translation>此文件夹中已有数据，请另选文件夹，或返回上一步打开它</translation>
    </message>
    <message>
        <source>%1 is a file, not a folder; choose another folder</source>
        <translation>%1 是文件，不是文件夹，请另选文件夹</translation>
    </message>
    <message>
        <source>There are files in this folder; choose an empty or a new one</source>
        <translation>此文件夹中已有文件，请选择空文件夹或新建文件夹</translation>
    </message>
    <message>
        <source>Nothing can be written to %1; choose another folder</source>
        <translation>无法写入 %1，请另选文件夹</translation>
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
    <name>onedoor::HallDisplay</name>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Hall display</source>
        <translation>大厅叫号屏</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>退出全屏</translation>
    </message>
    <message>
        <source>No connection since %1. Please listen for your number or ask at the desk.</source>
        <translation>%1 起连接中断，请留意现场叫号或咨询服务台。</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>等候 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>so many wait, so long</comment>
        <translation>%1人，%2</translation>
    </message>
</context>
<context>
    <name>onedoor::HelpPanel</name>
    <message>
        <source>Part of the help</source>
        <translation>帮助内容</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>本页帮助</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>第一次使用</translation>
    </message>
</context>
<context>
    <name>onedoor::HelpView</name>
    <message>
        <source>Help text</source>
        <translation>帮助正文</translation>
    </message>
</context>
<context>
    <name>onedoor::HistoryPanel</name>
    <message>
        <source>Reading the record…</source>
        <translation>正在读取记录……</translation>
    </message>
    <message>
        <source>History of the visit</source>
        <translation>来访经过</translation>
    </message>
    <message>
        <source>History of the ticket</source>
        <translation>号票经过</translation>
    </message>
    <message>
        <source>The history can&apos;t be shown</source>
        <translation>无法显示经过</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>%1 · entry %2 · fingerprint %3</source>
        <translation>%1 · 第 %2 条 · 指纹 %3</translation>
    </message>
</context>
<context>
    <name>onedoor::HistoryWords</name>
    <message>
        <source>visit number %1</source>
        <translation>来访编号 %1</translation>
    </message>
    <message>
        <source>number %1</source>
        <translation>号码 %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>地点：%1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>转出：%1</translation>
    </message>
    <message>
        <source>service: %1</source>
        <translation>事项：%1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>转至：%1</translation>
    </message>
    <message>
        <source>result: %1</source>
        <translation>结果：%1</translation>
    </message>
    <message>
        <source>reason: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>priority: %1</source>
        <translation>优先类别：%1</translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>备注：%1</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between the facts of one step</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>Personal details have been erased</source>
        <translation>个人信息已删除</translation>
    </message>
    <message>
        <source>no printer was set up</source>
        <translation>未设置打印机</translation>
    </message>
    <message>
        <source>the printer was not found</source>
        <translation>找不到打印机</translation>
    </message>
    <message>
        <source>the printer had stopped</source>
        <translation>打印机已停止</translation>
    </message>
    <message>
        <source>the folder for PDF files was not there</source>
        <translation>保存 PDF 的文件夹不存在</translation>
    </message>
    <message>
        <source>the PDF file could not be written</source>
        <translation>PDF 文件无法写入</translation>
    </message>
    <message>
        <source>the printer did not take the slip</source>
        <translation>打印机未接收小票</translation>
    </message>
    <message>
        <source>An earlier decision was taken back; the conflict is open again</source>
        <translation>撤回此前的决定，冲突重新列为待处理</translation>
    </message>
    <message>
        <source>“%1” of %2 (%3)</source>
        <comment>act, who, when</comment>
        <translation>%2的“%1”（%3）</translation>
    </message>
    <message>
        <source>%1 stands</source>
        <translation>以%1为准</translation>
    </message>
    <message>
        <source>%1 has no effect</source>
        <translation>%1不生效</translation>
    </message>
    <message>
        <source>kept record: %1</source>
        <translation>保留“%1”</translation>
    </message>
    <message>
        <source>appointment at %1</source>
        <translation>预约时间 %1</translation>
    </message>
    <message>
        <source>came in time: waits from the appointed minute</source>
        <translation>按时到达，按预约时间排队</translation>
    </message>
    <message>
        <source>came a little late: waits from the appointed minute</source>
        <translation>略有迟到，仍按预约时间排队</translation>
    </message>
    <message>
        <source>came too early: waits from the arrival</source>
        <translation>到得过早，按到达时间排队</translation>
    </message>
    <message>
        <source>came too late: waits from the arrival</source>
        <translation>迟到过久，按到达时间排队</translation>
    </message>
    <message>
        <source>goes on on %1</source>
        <translation>转到 %1</translation>
    </message>
    <message>
        <source>helper: %1 (%2)</source>
        <translation>代办人：%1（%2）</translation>
    </message>
    <message>
        <source>needs an escort</source>
        <translation>需引导陪同</translation>
    </message>
    <message>
        <source>hard of hearing</source>
        <translation>听力不便</translation>
    </message>
    <message>
        <source>wheelchair</source>
        <translation>乘轮椅</translation>
    </message>
    <message>
        <source>no further stop</source>
        <translation>无后续环节</translation>
    </message>
</context>
<context>
    <name>onedoor::HoldModel</name>
    <message>
        <source>Stands</source>
        <translation>保留中</translation>
    </message>
    <message>
        <source>Lifted</source>
        <translation>已解除</translation>
    </message>
    <message>
        <source>Has ended</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>%1, lifted by %2</source>
        <translation>%1，由%2解除</translation>
    </message>
    <message>
        <source>it is lifted</source>
        <comment>stands until</comment>
        <translation>解除为止</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>when, who</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Reason of the hold</source>
        <translation>保留原因</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>保留至</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>设置时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>onedoor::HoldSheet</name>
    <message>
        <source>papers stay here, resumes here</source>
        <translation>材料留存，须在本窗口继续</translation>
    </message>
    <message>
        <source>the centre&apos;s turn, resumes here</source>
        <translation>等待中心内部办理，在本窗口继续</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>挂起原因</translation>
    </message>
    <message>
        <source>Its digit is enough. Time on hold is not counted as serving.</source>
        <translation>按数字键即可。挂起时间不计入接待用时。</translation>
    </message>
    <message>
        <source>Choose a reason.</source>
        <translation>请选择挂起原因。</translation>
    </message>
    <message numerus="yes">
        <source>reminder after %n min</source>
        <translation>
            <numerusform>%n 分钟后提醒</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>papers handed back, any place</source>
        <translation>材料退回，可在任一窗口继续</translation>
    </message>
    <message numerus="yes">
        <source>waits again after %n min</source>
        <translation>
            <numerusform>%n 分钟后自动恢复排队</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::ItemSheet</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>新增：%1</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Somebody has removed this entry meanwhile. Saving it adds it again.</source>
        <translation>该项刚被他人删除，保存后将重新加入。</translation>
    </message>
    <message>
        <source>Somebody has changed this entry meanwhile. What you have not touched shows the new values.</source>
        <translation>该项刚被他人修改，您未改动的内容已更新为最新。</translation>
    </message>
</context>
<context>
    <name>onedoor::JoinStep</name>
    <message>
        <source>&amp;Another code</source>
        <translation>换一个接入码(&amp;A)</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>更改(&amp;H)…</translation>
    </message>
    <message>
        <source>Change the folder</source>
        <translation>更改文件夹</translation>
    </message>
    <message>
        <source>&amp;Pairing code</source>
        <translation>接入码(&amp;P)</translation>
    </message>
    <message>
        <source>Na&amp;me of this PC</source>
        <translation>本机名称(&amp;M)</translation>
    </message>
    <message>
        <source>So that people know which one is meant, such as: Window 2</source>
        <translation>便于大家辨认，例如：2 号窗口</translation>
    </message>
    <message>
        <source>F&amp;older of the store</source>
        <translation>数据文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>Empty or new, on a disk of this PC, not on a network drive or a USB stick</source>
        <translation>空文件夹或新文件夹，请放在本机硬盘上，不要放在网络盘或 U 盘</translation>
    </message>
    <message>
        <source>&amp;Login</source>
        <translation>登录名(&amp;L)</translation>
    </message>
    <message>
        <source>Of an account of that centre which signs in with a password</source>
        <translation>本中心内以密码登录的账号</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>密码(&amp;W)</translation>
    </message>
    <message>
        <source>It opens the copy of the records on this PC; a PIN does not</source>
        <translation>用于打开本机上的数据副本；PIN 码无法打开</translation>
    </message>
    <message>
        <source>Folder of the store</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Join a centre</source>
        <translation>加入本中心</translation>
    </message>
    <message>
        <source>It begins with the address and the port of the host, such as 192.168.1.20:7443, and a blank</source>
        <translation>接入码以主机地址和端口开头，例如 192.168.1.20:7443，后接空格</translation>
    </message>
    <message>
        <source>Behind the address stand six groups of four characters; one is missing or mistyped</source>
        <translation>地址之后应为六组，每组四位字符；尚未输全或有误</translation>
    </message>
    <message>
        <source>The code ends with two groups of four characters; one is missing or mistyped</source>
        <translation>接入码末尾应为两组，每组四位字符；尚未输全或有误</translation>
    </message>
    <message>
        <source>The code is complete</source>
        <translation>接入码已输全</translation>
    </message>
    <message>
        <source>Enter a name</source>
        <translation>请输入名称</translation>
    </message>
    <message>
        <source>Enter a login</source>
        <translation>请输入登录名</translation>
    </message>
    <message>
        <source>Enter a password</source>
        <translation>请输入密码</translation>
    </message>
    <message>
        <source>Connecting to the host…</source>
        <translation>正在连接主机…</translation>
    </message>
    <message>
        <source>The host prepares a copy…</source>
        <translation>主机正在准备数据副本…</translation>
    </message>
    <message>
        <source>The host prepares a copy: %1 %</source>
        <translation>主机正在准备数据副本：%1%</translation>
    </message>
    <message>
        <source>Fetching %1 of %2</source>
        <translation>正在获取数据：%1 / %2</translation>
    </message>
    <message>
        <source>Checking every entry: %1 %</source>
        <translation>正在逐条核验：%1%</translation>
    </message>
    <message>
        <source>Opening the store…</source>
        <translation>正在打开数据…</translation>
    </message>
    <message>
        <source>Stopped. What was fetched so far is kept: press Join to go on.</source>
        <translation>已停止。已获取的数据会保留，按“加入”继续。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>This login and password do not open the centre&apos;s records. Try again; the pairing code stays good.</source>
        <translation>登录名或密码有误，无法打开本中心数据。请重新输入，接入码仍然有效。</translation>
    </message>
    <message>
        <source>There are files in this folder; choose an empty or a new one</source>
        <translation>此文件夹中已有文件，请选择空文件夹或新建文件夹</translation>
    </message>
    <message>
        <source>%1 What was fetched so far is kept: press Join to go on.</source>
        <translation>%1已获取的数据会保留，按“加入”继续。</translation>
    </message>
    <message>
        <source>&amp;Join</source>
        <translation>加入(&amp;J)</translation>
    </message>
    <message>
        <source>An administrator of the centre opens the page &quot;Hall PCs&quot; on the host and chooses &quot;Let in another PC&quot;. The code that appears there is good for 15 minutes.</source>
        <translation>请管理员在主机上打开“本厅电脑”页面，选择“接入新电脑”。页面显示的接入码 15 分钟内有效。</translation>
    </message>
</context>
<context>
    <name>onedoor::KeyMap</name>
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
    <name>onedoor::KioskDisplay</name>
    <message numerus="yes">
        <source>Everything you entered will be deleted in %n second(s).</source>
        <translation>
            <numerusform>%n 秒后将清除您填写的内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>Kiosk – OneDoor</source>
        <translation>自助取号 – 一门通</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>自助取号</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>One moment, please …</source>
        <translation>请稍候……</translation>
    </message>
    <message>
        <source>No tickets are issued now</source>
        <translation>现在不是取号时间</translation>
    </message>
    <message>
        <source>Please ask the staff.</source>
        <translation>请咨询工作人员。</translation>
    </message>
    <message>
        <source>Tickets are issued again today from %1.</source>
        <translation>今天 %1 起可以取号。</translation>
    </message>
    <message>
        <source>Tickets are issued again tomorrow from %1.</source>
        <translation>明天 %1 起可以取号。</translation>
    </message>
    <message>
        <source>Tickets are issued again on %1 from %2.</source>
        <translation>%1 %2 起可以取号。</translation>
    </message>
    <message>
        <source>Your identity number</source>
        <translation>您的身份证号码</translation>
    </message>
    <message>
        <source>Use the card reader or the keys.</source>
        <translation>请刷身份证，或按键输入。</translation>
    </message>
    <message>
        <source>18 digits</source>
        <translation>18 位号码</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Phone instead</source>
        <translation>改用手机号</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Your telephone number</source>
        <translation>您的手机号码</translation>
    </message>
    <message>
        <source>The staff may call you about your matter.</source>
        <translation>便于工作人员与您联系。</translation>
    </message>
    <message>
        <source>Telephone number</source>
        <translation>手机号码</translation>
    </message>
    <message>
        <source>Take a ticket</source>
        <translation>取号</translation>
    </message>
    <message>
        <source>Hello</source>
        <translation>您好</translation>
    </message>
    <message>
        <source>Hello %1</source>
        <translation>%1，您好</translation>
    </message>
    <message>
        <source>Please choose what you have come for.</source>
        <translation>请选择要办理的事项。</translation>
    </message>
    <message>
        <source>A ticket for: %1</source>
        <translation>办理事项：%1</translation>
    </message>
    <message>
        <source>That is not me</source>
        <translation>不是本人</translation>
    </message>
    <message>
        <source>No ticket was issued</source>
        <translation>没有取到号</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Do you need more time?</source>
        <translation>您还需要时间吗？</translation>
    </message>
    <message>
        <source>Finish now</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>继续办理</translation>
    </message>
    <message>
        <source>No number</source>
        <translation>不填号码</translation>
    </message>
</context>
<context>
    <name>onedoor::KioskFrame</name>
    <message>
        <source>Start over</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Call staff</source>
        <translation>呼叫工作人员</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>标准字号</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大字号</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Switch language</source>
        <translation>切换语言</translation>
    </message>
    <message>
        <source>Staff is coming</source>
        <translation>工作人员正在赶来</translation>
    </message>
    <message>
        <source>Staff was told</source>
        <translation>已通知工作人员</translation>
    </message>
</context>
<context>
    <name>onedoor::KioskKeypad</name>
    <message>
        <source>Delete the last character</source>
        <translation>删除最后一位</translation>
    </message>
</context>
<context>
    <name>onedoor::KioskLeaving</name>
    <message>
        <source>One moment, please …</source>
        <translation>请稍候……</translation>
    </message>
    <message>
        <source>Staff: your login</source>
        <translation>工作人员登录名</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Staff: your password or PIN</source>
        <translation>工作人员密码或 PIN 码</translation>
    </message>
    <message>
        <source>Password or PIN</source>
        <translation>密码或 PIN 码</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation>退出自助取号</translation>
    </message>
</context>
<context>
    <name>onedoor::KioskWindow</name>
    <message>
        <source>Kiosk – OneDoor</source>
        <translation>自助取号 – 一门通</translation>
    </message>
</context>
<context>
    <name>onedoor::LegalHoldSheet</name>
    <message>
        <source>Lift a legal hold</source>
        <translation>解除依法保留</translation>
    </message>
    <message>
        <source>Place a legal hold</source>
        <translation>设置依法保留</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>截止日期(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Lift hold</source>
        <translation>解除保留(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Place hold</source>
        <translation>设置保留(&amp;P)</translation>
    </message>
    <message>
        <source>Reason of the hold: %1

Once it is lifted the person&apos;s data can be erased.</source>
        <translation>保留原因：%1

解除后，此人的个人信息可以删除。</translation>
    </message>
    <message>
        <source>While a legal hold stands, the person&apos;s data can&apos;t be erased, for example because a court or a law demands it to be kept.</source>
        <translation>依法保留期间，此人的个人信息不能删除，例如法院审理需要或法律规定须保存的情形。</translation>
    </message>
    <message>
        <source>Why it is lifted, such as: case closed</source>
        <translation>解除的理由，例如：已结案</translation>
    </message>
    <message>
        <source>Such as the number of the case</source>
        <translation>例如案号</translation>
    </message>
    <message>
        <source>Such as 2027-12-31; empty: until it is lifted</source>
        <translation>例如 2027-12-31；不填则保留至解除为止</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Enter a reason</source>
        <translation>请填写原因</translation>
    </message>
    <message>
        <source>Enter a day, such as 2027-12-31</source>
        <translation>请填写日期，例如 2027-12-31</translation>
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
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
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
    <message>
        <source>appointment %1</source>
        <translation>预约 %1</translation>
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
    <name>onedoor::MainWindow</name>
    <message>
        <source>%1 – %2 – OneDoor</source>
        <translation>%1 – %2 – 一门通</translation>
    </message>
    <message>
        <source>A registration is not finished</source>
        <translation>还有未完成的登记</translation>
    </message>
    <message>
        <source>What was typed has not been registered. When the program ends it is lost.</source>
        <translation>已填写的内容尚未登记，退出后将丢失。</translation>
    </message>
    <message>
        <source>&amp;Discard and quit</source>
        <translation>放弃并退出(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keep working</source>
        <translation>继续办理(&amp;K)</translation>
    </message>
</context>
<context>
    <name>onedoor::MatterSection</name>
    <message>
        <source>Service</source>
        <translation>办理事项</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Danger to somebody</source>
        <translation>存在安全风险</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>保密</translation>
    </message>
    <message>
        <source>In the visitor&apos;s own words: who, what, where, since when</source>
        <translation>按来访人原话记录：何人、何事、何地、从何时起</translation>
    </message>
    <message>
        <source>Name, pinyin initials or a keyword</source>
        <translation>输入名称、拼音首字母或关键词</translation>
    </message>
    <message>
        <source>More about the matter</source>
        <translation>更多事项信息</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>诉求事项</translation>
    </message>
    <message>
        <source>What is it about</source>
        <translation>反映情况</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先类别</translation>
    </message>
    <message>
        <source>How many people</source>
        <translation>来访人数</translation>
    </message>
    <message>
        <source>What the visitor asks for</source>
        <translation>具体诉求</translation>
    </message>
    <message>
        <source>Person or unit complained of</source>
        <translation>被反映人或单位</translation>
    </message>
    <message>
        <source>Where it happened</source>
        <translation>问题发生地</translation>
    </message>
    <message>
        <source>When it happened</source>
        <translation>发生日期</translation>
    </message>
    <message>
        <source>Already before another body</source>
        <translation>是否已进入其他法定程序</translation>
    </message>
    <message>
        <source>Papers received</source>
        <translation>提交材料</translation>
    </message>
    <message>
        <source>Please write a sentence about the matter</source>
        <translation>请简要填写反映情况</translation>
    </message>
    <message>
        <source>Please shorten this to %1 characters</source>
        <translation>请精简到 %1 字以内</translation>
    </message>
    <message>
        <source>Please choose a service; when in doubt, general guidance</source>
        <translation>请选择办理事项；不确定时可选综合咨询引导</translation>
    </message>
    <message>
        <source>This is not in the list: please choose a service</source>
        <translation>列表中没有此项，请选择办理事项</translation>
    </message>
    <message>
        <source>Please give a day up to today, for example %1</source>
        <translation>请填写今天或之前的日期，例如 %1</translation>
    </message>
    <message>
        <source>Usually by appointment</source>
        <translation>此事项一般需预约</translation>
    </message>
    <message>
        <source>year-month-day</source>
        <translation>年-月-日</translation>
    </message>
    <message>
        <source>Wait: %1</source>
        <translation>预计等候：%1</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>a word of the visitor</comment>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Suggested: %1 (because of %2)</source>
        <translation>建议：%1（依据 %2）</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between quoted words</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Names, with commas between them; at most five</source>
        <translation>姓名，用逗号隔开，最多五人</translation>
    </message>
    <message>
        <source>Representatives of a group</source>
        <translation>来访代表</translation>
    </message>
    <message>
        <source>Is the visitor&apos;s</source>
        <translation>与来访人关系</translation>
    </message>
    <message>
        <source>Helper&apos;s telephone</source>
        <translation>代办人电话</translation>
    </message>
    <message>
        <source>At most five may represent a group</source>
        <translation>代表不得超过五人</translation>
    </message>
    <message>
        <source>More representatives than people came: please check how many came</source>
        <translation>代表人数应少于来访人数，请核对来访人数</translation>
    </message>
    <message>
        <source>Please give the helper&apos;s name</source>
        <translation>请填写代办人姓名</translation>
    </message>
    <message>
        <source>Needs an escort</source>
        <translation>需引导陪同</translation>
    </message>
    <message>
        <source>Hard of hearing</source>
        <translation>听力不便</translation>
    </message>
    <message>
        <source>Wheelchair</source>
        <translation>乘轮椅</translation>
    </message>
    <message>
        <source>Further stops</source>
        <translation>后续环节</translation>
    </message>
    <message>
        <source>Helper&apos;s name</source>
        <translation>代办人姓名</translation>
    </message>
</context>
<context>
    <name>onedoor::MergeSheet</name>
    <message>
        <source>none</source>
        <comment>visits</comment>
        <translation>无</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s), the last on %1</source>
        <translation>
            <numerusform>%n 次，最近一次 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Birth</source>
        <translation>出生</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>Work unit</source>
        <translation>工作单位</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>来访</translation>
    </message>
    <message>
        <source>Same person? Merge the records</source>
        <translation>是否同一人？合并登记信息</translation>
    </message>
    <message>
        <source>Which record is kept</source>
        <translation>保留哪一条</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>合并(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Keep the left one</source>
        <translation>保留左侧</translation>
    </message>
    <message>
        <source>Keep the right one</source>
        <translation>保留右侧</translation>
    </message>
    <message>
        <source>Such as: ID card seen, name taken down by ear</source>
        <translation>例如：已核对身份证，姓名系听写有误</translation>
    </message>
    <message>
        <source>–</source>
        <comment>nothing is known</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不一致</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is found as “%2” from now on, also by its own telephone and document number. %n visit(s) of both appear together, and new ones go to the kept record. Nothing is overwritten: the merge can be taken back at any time.</source>
        <translation>
            <numerusform>今后查“%1”（含其电话、证件号码）均显示“%2”。双方共 %n 次来访合在一处，新的来访记在保留的一条名下。原有内容不作改动，合并可随时撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter a reason</source>
        <translation>请填写理由</translation>
    </message>
</context>
<context>
    <name>onedoor::MinuteSlider</name>
    <message>
        <source>%1, %2 waiting</source>
        <comment>time, people</comment>
        <translation>%1，%2 人等候</translation>
    </message>
    <message>
        <source>at most %1 waiting</source>
        <translation>最多 %1 人等候</translation>
    </message>
</context>
<context>
    <name>onedoor::NetworkBanner</name>
    <message>
        <source>The store on this PC had been put back to an older state. It goes on under a new number of its own; what was missing comes from the other PCs. Nothing has to be done.</source>
        <translation>本机数据曾被恢复到较早状态，现已换用新的编号继续；缺少的部分会从其他电脑补齐，无需操作。</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
</context>
<context>
    <name>onedoor::NetworkPiece</name>
    <message>
        <source>%1: %2</source>
        <comment>label and fact</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>onedoor::NetworkWords</name>
    <message>
        <source>Host of the hall, but no PC can connect</source>
        <translation>大厅主机，但其他电脑无法连接</translation>
    </message>
    <message>
        <source>This PC is the host of the hall</source>
        <translation>大厅主机</translation>
    </message>
    <message numerus="yes">
        <source>%n PC(s) connected</source>
        <translation>
            <numerusform>%n 台已连接</numerusform>
        </translation>
    </message>
    <message>
        <source>Cut off from the host since %1</source>
        <translation>与主机断开，%1 起</translation>
    </message>
    <message>
        <source>Cut off from the host</source>
        <translation>与主机断开</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) to be sent</source>
        <translation>
            <numerusform>%n 条待上传</numerusform>
        </translation>
    </message>
    <message>
        <source>calls are provisional</source>
        <translation>叫号为临时</translation>
    </message>
    <message>
        <source>No host is known</source>
        <translation>尚无主机</translation>
    </message>
    <message>
        <source>Connecting to the host %1…</source>
        <translation>正在连接主机 %1…</translation>
    </message>
    <message>
        <source>Connected to the host %1</source>
        <translation>已连接主机 %1</translation>
    </message>
    <message>
        <source>it is not the host of the hall any more, calls are provisional</source>
        <translation>该机已不是大厅主机，叫号为临时</translation>
    </message>
    <message numerus="yes">
        <source>%n PC(s) kept back</source>
        <translation>
            <numerusform>%n 台电脑的记录未被接收</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) being sent</source>
        <translation>
            <numerusform>正在上传 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>fetching entries</source>
        <translation>正在获取数据</translation>
    </message>
    <message>
        <source>Works alone; no other PC is connected to it</source>
        <translation>单机运行，没有接入其他电脑</translation>
    </message>
    <message>
        <source>Host of the hall: grants the numbers and decides who is called</source>
        <translation>大厅主机：发放号段，决定叫号</translation>
    </message>
    <message>
        <source>Follows the host of the hall</source>
        <translation>连接大厅主机工作</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ahead</source>
        <translation>快 %1</translation>
    </message>
    <message>
        <source>%1 behind</source>
        <translation>慢 %1</translation>
    </message>
    <message>
        <source>The connection to the other PCs could not be set up</source>
        <translation>无法建立与其他电脑的连接</translation>
    </message>
    <message>
        <source>Works alone</source>
        <translation>单机运行</translation>
    </message>
    <message>
        <source>This PC</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Why no PC can connect</source>
        <translation>无法连接的原因</translation>
    </message>
    <message>
        <source>Letter of this PC</source>
        <translation>本机字母</translation>
    </message>
    <message>
        <source>Port for the other PCs</source>
        <translation>服务端口</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Why it is cut off</source>
        <translation>断开原因</translation>
    </message>
    <message>
        <source>Cut off since</source>
        <translation>断开时间</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>最近联系</translation>
    </message>
    <message>
        <source>Never yet</source>
        <translation>尚未联系</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>待上传</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Clock of the host</source>
        <translation>主机时钟</translation>
    </message>
    <message>
        <source>%1. Set the clock of the PC that is wrong.</source>
        <translation>%1。请校准时间不准的电脑。</translation>
    </message>
    <message>
        <source>Kept back</source>
        <translation>未被接收</translation>
    </message>
    <message numerus="yes">
        <source>The entries of %n PC(s) were refused. An administrator looks at the PCs of this hall.</source>
        <translation>
            <numerusform>%n 台电脑的记录被拒绝，请管理员查看“本厅电脑”。</numerusform>
        </translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>记录不一致</translation>
    </message>
    <message numerus="yes">
        <source>%n PC(s) wrote two different versions of their entries: a disk was put back or copied.</source>
        <translation>
            <numerusform>%n 台电脑的记录出现两个版本：硬盘曾被恢复或复制。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cut off from the host of the hall since %1.</source>
        <translation>与大厅主机断开，%1 起。</translation>
    </message>
    <message>
        <source>Cut off from the host of the hall.</source>
        <translation>与大厅主机断开。</translation>
    </message>
    <message>
        <source>When the numbers kept in stock are used up, new ones carry this PC&apos;s letter.</source>
        <translation>备用号段用完后，新号带本机字母。</translation>
    </message>
    <message>
        <source>When the numbers kept in stock are used up, new ones carry this PC&apos;s letter %1.</source>
        <translation>备用号段用完后，新号带本机字母 %1。</translation>
    </message>
    <message>
        <source>&quot;Call next&quot; reaches only visitors who were registered on this PC or directed to its place; all calls are provisional.</source>
        <translation>“呼叫下一位”只限在本机登记或指定到本窗口的来访人；叫号均为临时。</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>three sentences</comment>
        <translation>%1%2%3</translation>
    </message>
    <message>
        <source>the hub is out of reach since %1</source>
        <translation>自 %1 起无法连接上级平台</translation>
    </message>
    <message>
        <source>the hub is out of reach</source>
        <translation>无法连接上级平台</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>上级平台</translation>
    </message>
    <message>
        <source>Why the hub is out of reach</source>
        <translation>上级平台无法连接的原因</translation>
    </message>
    <message>
        <source>Out of reach since</source>
        <translation>无法连接始于</translation>
    </message>
    <message>
        <source>To be sent to the hub</source>
        <translation>待上传到上级平台</translation>
    </message>
    <message>
        <source>Hub %1</source>
        <translation>上级平台 %1</translation>
    </message>
    <message>
        <source>Hub %1, %2</source>
        <translation>上级平台：%1（%2）</translation>
    </message>
    <message>
        <source>it has everything</source>
        <translation>已全部上传</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>out of reach since %1</source>
        <translation>%1起无法连接</translation>
    </message>
    <message>
        <source>out of reach</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>last contact %1</source>
        <translation>最近联系 %1</translation>
    </message>
</context>
<context>
    <name>onedoor::NodeModel</name>
    <message>
        <source>This PC</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Shut out</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between states</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Shut out on %1: %2</source>
        <translation>%1 停用：%2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>字母</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>最近联系</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待传</translation>
    </message>
    <message>
        <source>Not heard of since the start</source>
        <translation>启动后尚未联系</translation>
    </message>
    <message>
        <source>It has signed that it keeps this PC&apos;s entries up to number %1.</source>
        <translation>该电脑已签名确认收存本机第 %1 条及以前的记录。</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>回执</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>上级平台</translation>
    </message>
    <message>
        <source>No restricted records</source>
        <translation>不存受限记录</translation>
    </message>
</context>
<context>
    <name>onedoor::NodeSheet</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
</context>
<context>
    <name>onedoor::NodesPage</name>
    <message>
        <source>PCs of this hall</source>
        <translation>本厅电脑</translation>
    </message>
    <message>
        <source>Let in another PC…</source>
        <translation>接入新电脑…</translation>
    </message>
    <message>
        <source>Make this PC the host…</source>
        <translation>将本机设为主机…</translation>
    </message>
    <message>
        <source>Address of the host…</source>
        <translation>主机地址…</translation>
    </message>
    <message>
        <source>Shut out…</source>
        <translation>停用…</translation>
    </message>
    <message>
        <source>This PC works alone</source>
        <translation>本机单机运行</translation>
    </message>
    <message>
        <source>Reception, rooms and other desks of the hall can work together: each PC keeps all records and goes on by itself when the network is gone. Let in the first one here; this PC becomes the host.</source>
        <translation>接待登记、工作室和各窗口的电脑可以协同工作：每台电脑都保存全部记录，断网时各自照常办理。请在此接入第一台，本机即为主机。</translation>
    </message>
    <message>
        <source>Hand over to %1…</source>
        <translation>移交给%1…</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>移交主机…</translation>
    </message>
    <message>
        <source>Let in another PC</source>
        <translation>接入新电脑</translation>
    </message>
    <message>
        <source>Hand over to %1</source>
        <translation>移交给%1</translation>
    </message>
    <message>
        <source>&amp;Hand over</source>
        <translation>移交(&amp;H)</translation>
    </message>
    <message>
        <source>%1 is the host of the hall now.</source>
        <translation>%1已成为大厅主机。</translation>
    </message>
    <message>
        <source>the host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Make this PC the host</source>
        <translation>将本机设为主机</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>接管(&amp;T)</translation>
    </message>
    <message>
        <source>This PC is the host of the hall now.</source>
        <translation>本机已成为大厅主机。</translation>
    </message>
    <message>
        <source>Shut out %1</source>
        <translation>停用%1</translation>
    </message>
    <message>
        <source>What was recorded on %1 until now stays. From now on nothing is taken from it and nothing is sent to it. This can&apos;t be undone; to come back it has to join again as a new PC.

The records that it holds stay on its disk, encrypted.</source>
        <translation>%1此前登记的内容保留；此后不再接收它的记录，也不再向它发送。停用后不能撤销，如需恢复，须作为新电脑重新接入。

它硬盘上已有的记录仍以加密形式保留。</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>It stands in the records, such as: stolen, sold, replaced</source>
        <translation>将写入记录，例如：遗失、报废、更换</translation>
    </message>
    <message>
        <source>Enter a reason</source>
        <translation>请输入原因</translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s)</source>
        <translation>
            <numerusform>最多 %n 个字</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Shut out</source>
        <translation>停用(&amp;S)</translation>
    </message>
    <message>
        <source>%1 is shut out.</source>
        <translation>%1已停用。</translation>
    </message>
    <message>
        <source>Address of the host</source>
        <translation>主机地址</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>Such as 192.168.1.20 or 192.168.1.20:7443</source>
        <translation>例如 192.168.1.20 或 192.168.1.20:7443</translation>
    </message>
    <message>
        <source>Enter an address or a name, with the port behind a colon if it is not 7443</source>
        <translation>请输入地址或名称；端口不是 7443 时，请在冒号后注明</translation>
    </message>
    <message>
        <source>C&amp;onnect</source>
        <translation>连接(&amp;O)</translation>
    </message>
    <message>
        <source>Connecting to the host…</source>
        <translation>正在连接主机…</translation>
    </message>
    <message>
        <source>Join a hub…</source>
        <translation>接入上级平台…</translation>
    </message>
    <message>
        <source>%1 becomes the host of the hall: it grants the numbers and decides who is called. It has to be switched on during opening hours.

This PC and all others connect to %1 by themselves, within seconds once it is reached.</source>
        <translation>%1将成为大厅主机，负责发放号段、决定叫号，办公时间须保持开机。

移交后，本机和其他各台电脑会自动连接%1；只要能连通，数秒内即可完成。</translation>
    </message>
    <message>
        <source>Only when %1 is broken or does not come back soon; if it still works, hand over there instead.

This PC then grants the numbers and decides who is called. New numbers carry the letter %2 until %1 has come back and stepped down by itself, or is shut out, so that no number is given twice.

The other PCs find this one by themselves within seconds.</source>
        <translation>仅在%1损坏或短时间内无法恢复时使用；%1仍能工作的，请在%1上移交。

设定后由本机发放号段、决定叫号。在%1恢复并自动退出主机，或被停用之前，新号带字母 %2，以免重号。

其他各台电脑会在数秒内自动找到本机。</translation>
    </message>
    <message>
        <source>This PC follows %1 and finds it by itself. Only if it does not, enter where the host is reached now. Its key is checked: a wrong address does no harm.</source>
        <translation>本机的主机是%1，会自动连接。未能自动连接时，请填写主机现在的地址。连接时会核对密钥，填错也不会造成影响。</translation>
    </message>
    <message>
        <source>Join a hub</source>
        <translation>接入上级平台</translation>
    </message>
    <message>
        <source>C&amp;ode of the hub</source>
        <translation>上级平台接入码(&amp;O)</translation>
    </message>
    <message>
        <source>Address, six groups and two groups of four, as the hub shows them</source>
        <translation>按上级平台显示的内容填写：地址、六组和两组字符，每组四个</translation>
    </message>
    <message>
        <source>Enter the code that the hub&apos;s administrator shows</source>
        <translation>请填写上级平台管理员提供的接入码</translation>
    </message>
    <message>
        <source>&amp;Join</source>
        <translation>接入(&amp;J)</translation>
    </message>
    <message>
        <source>%1 has let the centre in. What is recorded here goes there from now on.</source>
        <translation>%1已同意接入，本中心登记的内容将自动上传。</translation>
    </message>
    <message>
        <source>A hub of the district or the city keeps a copy of all that the centre records, so that nothing is lost with a PC.

From now on everything recorded here goes to it, restricted records too. What is personal stays sealed with the centre&apos;s key, which the hub does not get; it can read times, tickets and places. The work does not wait for it.

Ask the hub&apos;s administrator for a code; it is good once, for a short time.</source>
        <translation>区级或市级上级平台保存本中心全部记录的副本，电脑损坏时记录不会丢失。

接入后，本中心登记的内容（包括限制知悉的记录）都会上传。个人信息由本中心密钥加密，上级平台没有此密钥；时间、号票和窗口信息可以读取。日常办理不受上传影响。

请向上级平台管理员索取接入码；接入码只能使用一次，短时间内有效。</translation>
    </message>
    <message>
        <source>Leave the hub…</source>
        <translation>退出上级平台…</translation>
    </message>
    <message>
        <source>Hub %1, %2 · the host passes everything on to it</source>
        <translation>上级平台 %1，%2 · 由主机统一上传</translation>
    </message>
    <message>
        <source>Leave the hub %1</source>
        <translation>退出上级平台 %1</translation>
    </message>
    <message>
        <source>From now on nothing that is recorded here goes to %1; what it holds it keeps. The PCs of the hall work together as before. To come back, or to join another hub, ask its administrator for a code.</source>
        <translation>退出后，本中心的新记录不再上传到%1，已上传的仍由其保存。大厅各电脑之间照常协同。如需重新接入或改接其他平台，请向平台管理员索取接入码。</translation>
    </message>
    <message>
        <source>&amp;Leave</source>
        <translation>退出(&amp;L)</translation>
    </message>
    <message>
        <source>The centre has left %1.</source>
        <translation>已退出%1。</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>重命名 %1</translation>
    </message>
    <message>
        <source>By this name the staff know the PC: where it stands says most, such as &quot;Window 3&quot;.</source>
        <translation>工作人员凭此名称辨认电脑，建议写明所在位置，如“3 号窗口”。</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Enter a name</source>
        <translation>请填写名称</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
</context>
<context>
    <name>onedoor::PageHelp</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>onedoor::PageKind</name>
    <message>
        <source>Counter</source>
        <translation>窗口叫号</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>接待登记</translation>
    </message>
    <message>
        <source>Hall display – OneDoor</source>
        <translation>大厅显示屏 – 一门通</translation>
    </message>
    <message>
        <source>Hall PCs</source>
        <translation>本厅电脑</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突处理</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>中心设置</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>回看</translation>
    </message>
    <message>
        <source>Bookings</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Live board</source>
        <translation>值班看板</translation>
    </message>
</context>
<context>
    <name>onedoor::PairingPanel</name>
    <message>
        <source>Address of the host</source>
        <translation>主机地址</translation>
    </message>
    <message>
        <source>Fingerprint of the host</source>
        <translation>主机指纹</translation>
    </message>
    <message>
        <source>Secret of the code</source>
        <translation>接入密码</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;New code</source>
        <translation>换一个接入码(&amp;N)</translation>
    </message>
    <message>
        <source>1. Start OneDoor on the other PC and choose &quot;Join a centre&quot;.
2. Type the code there, or scan it.
3. Sign in there with the login and password of an account of this centre.</source>
        <translation>1. 在另一台电脑上启动一门通，选择“加入本中心”。
2. 在该电脑上输入或扫描接入码。
3. 用本中心账号的登录名和密码登录。</translation>
    </message>
    <message>
        <source>Good for one PC, and for %1:%2 minutes</source>
        <translation>仅供一台电脑使用，剩余 %1:%2</translation>
    </message>
    <message>
        <source>The code has expired. Make a new one.</source>
        <translation>接入码已过期，请换一个。</translation>
    </message>
    <message>
        <source>%1 is let in and fetches the records now. For one more PC make a new code.</source>
        <translation>%1已接入，正在获取数据。再接入一台请换一个接入码。</translation>
    </message>
    <message>
        <source>That PC holds</source>
        <translation>该电脑保存</translation>
    </message>
    <message>
        <source>What that PC holds</source>
        <translation>该电脑保存的内容</translation>
    </message>
    <message>
        <source>all records</source>
        <translation>全部记录</translation>
    </message>
    <message>
        <source>no restricted records</source>
        <translation>不含受限记录</translation>
    </message>
    <message>
        <source>It can&apos;t be changed once the PC has joined. A PC without restricted records can&apos;t become host of the hall.</source>
        <translation>电脑加入后不能更改。不保存受限记录的电脑不能担任大厅主机。</translation>
    </message>
</context>
<context>
    <name>onedoor::PastLists</name>
    <message>
        <source>Windows and rooms</source>
        <translation>窗口和房间</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等候</translation>
    </message>
    <message>
        <source>Waiting, in calling order</source>
        <translation>等候队列（按叫号顺序）</translation>
    </message>
    <message>
        <source>Nobody was waiting</source>
        <translation>当时无人等候</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>办理事项</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Nobody was on hold</source>
        <translation>当时无挂起</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>过号</translation>
    </message>
    <message>
        <source>Nobody had missed a call that day</source>
        <translation>截至当时无过号</translation>
    </message>
    <message>
        <source>Other lists</source>
        <translation>其他列表</translation>
    </message>
    <message>
        <source>%1 busy</source>
        <translation>%1 个在办</translation>
    </message>
    <message>
        <source>On hold %1</source>
        <translation>挂起 %1</translation>
    </message>
    <message>
        <source>Missed %1</source>
        <translation>过号 %1</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>全部办理事项</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>service, people waiting</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>onedoor::PastPage</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>后一天</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>History</source>
        <translation>办理记录</translation>
    </message>
    <message>
        <source>Minute of the day</source>
        <translation>当日时刻</translation>
    </message>
    <message>
        <source>Please type a day such as 2026-03-02.</source>
        <translation>请按 2026-03-02 的格式输入日期。</translation>
    </message>
    <message>
        <source>That day is still to come.</source>
        <translation>该日期尚未到来。</translation>
    </message>
    <message>
        <source>Please type a time such as 10:30.</source>
        <translation>请按 10:30 的格式输入时间。</translation>
    </message>
    <message>
        <source>That time is still to come.</source>
        <translation>该时间尚未到来。</translation>
    </message>
    <message>
        <source>%1 waiting · %2 called or served · %3 on hold · %4 done</source>
        <translation>等候 %1 · 叫号或办理中 %2 · 挂起 %3 · 已办结 %4</translation>
    </message>
    <message>
        <source>The centre was closed on this day</source>
        <translation>当日中心不开放</translation>
    </message>
    <message>
        <source>Nothing was recorded. Please choose another day.</source>
        <translation>当日没有记录，请选择其他日期。</translation>
    </message>
    <message>
        <source>Nothing was recorded on this day</source>
        <translation>当日没有记录</translation>
    </message>
    <message>
        <source>No ticket was issued or called. Please choose another day.</source>
        <translation>当日未取号、未叫号，请选择其他日期。</translation>
    </message>
</context>
<context>
    <name>onedoor::PastPlaceModel</name>
    <message>
        <source>Free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Window or room</source>
        <translation>窗口或房间</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Since (min)</source>
        <translation>已过（分）</translation>
    </message>
</context>
<context>
    <name>onedoor::PastVisitsPanel</name>
    <message>
        <source>Former visits</source>
        <translation>历次来访</translation>
    </message>
    <message>
        <source>No former visit</source>
        <translation>无来访记录</translation>
    </message>
    <message>
        <source>This is the first time here.</source>
        <translation>此前没有来访登记。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Same matter</source>
        <translation>同一事项</translation>
    </message>
    <message>
        <source>Same matter as on %1, visit %2</source>
        <translation>与 %1 来访（%2）为同一事项</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>保密</translation>
    </message>
</context>
<context>
    <name>onedoor::PeopleStep</name>
    <message>
        <source>A&amp;dd account</source>
        <translation>添加账号(&amp;D)</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Your colleagues</source>
        <translation>您的同事</translation>
    </message>
    <message>
        <source>Everybody signs in with an account of their own, so that the record can say who did what. More can be added at any time.</source>
        <translation>每人使用自己的账号登录，记录才能说明是谁办理的。以后随时可以再添加。</translation>
    </message>
    <message>
        <source>Making the account…</source>
        <translation>正在建立账号……</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between roles</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>&amp;Start working</source>
        <translation>开始工作(&amp;S)</translation>
    </message>
</context>
<context>
    <name>onedoor::PersonCard</name>
    <message>
        <source>Nobody is chosen</source>
        <translation>尚未选择人员</translation>
    </message>
    <message>
        <source>Look a person up to see what is kept, to give out a copy, or to erase it.</source>
        <translation>请先查找人员，再查看保存的信息、提供副本或删除。</translation>
    </message>
    <message>
        <source>Erased person</source>
        <translation>已删除的人员</translation>
    </message>
    <message>
        <source>Erased on %1 by %2, on every PC.</source>
        <translation>已由%2于%1删除，所有电脑均已完成。</translation>
    </message>
    <message numerus="yes">
        <source>Erased on %1 by %2. %n PC(s) still pending.</source>
        <translation>
            <numerusform>已由%2于%1删除，还有 %n 台电脑未完成。</numerusform>
        </translation>
    </message>
    <message>
        <source>Can&apos;t be erased: a legal hold stands until %1. Reason: %2</source>
        <translation>目前不能删除：依法保留至 %1。原因：%2</translation>
    </message>
    <message>
        <source>Can&apos;t be erased: a legal hold stands until it is lifted. Reason: %1</source>
        <translation>目前不能删除：依法保留，解除前不能删除。原因：%1</translation>
    </message>
    <message>
        <source>Can&apos;t be erased yet: ticket %1 of this person is not over. Finish or withdraw it first.</source>
        <translation>目前不能删除：此人的 %1 号尚未办结，请先办结或取消。</translation>
    </message>
    <message>
        <source>Nothing stands against erasing the data.</source>
        <translation>目前可以删除。</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Work unit</source>
        <translation>工作单位</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>来访</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s), the last on %1</source>
        <translation>
            <numerusform>%n 次，最近一次 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Erased on %1 by %2, but %n record(s) that another PC merged into it meanwhile are still there. Look them up and erase them too.</source>
        <translation>
            <numerusform>已于 %1 由 %2 删除；另有 %n 条登记信息系其他电脑同时并入，尚未删除，请查找后一并删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Merged records</source>
        <translation>已并入</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>onedoor::PersonDocument</name>
    <message>
        <source>Personal data kept about you</source>
        <translation>您的个人信息</translation>
    </message>
    <message>
        <source>This is all that %1 keeps about you in this program as of %2 (Personal Information Protection Law, article 45).</source>
        <translation>截至 %2，%1在本系统中保存的您的全部个人信息如下（《中华人民共和国个人信息保护法》第四十五条）。</translation>
    </message>
    <message>
        <source>Visits of others for whom you spoke</source>
        <translation>您作为代表参加的他人来访</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>What was entered about your person, by whom and when</source>
        <translation>关于您本人的信息：录入内容、录入人和时间</translation>
    </message>
    <message>
        <source>Your details</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>First taken down</source>
        <translation>首次登记时间</translation>
    </message>
    <message>
        <source>Your personal data was erased on %1.</source>
        <translation>您的个人信息已于 %1 删除。</translation>
    </message>
    <message>
        <source>Legal holds: reasons for which your data may not be erased</source>
        <translation>依法保留：不能删除您个人信息的原因</translation>
    </message>
    <message>
        <source>lifted on %1</source>
        <translation>已于 %1 解除</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>until it is lifted</source>
        <translation>至解除为止</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>reason, until</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Visit %1</source>
        <translation>来访 %1</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到达时间</translation>
    </message>
    <message>
        <source>Registered at</source>
        <translation>登记地点</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务事项</translation>
    </message>
    <message>
        <source>Already with</source>
        <translation>已由其他机关受理</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>反映事项</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>发生地点</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>发生时间</translation>
    </message>
    <message>
        <source>Respondent</source>
        <translation>被反映人</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>提交材料</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>排队号</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>办理经过</translation>
    </message>
    <message>
        <source>has been here before</source>
        <translation>重复来访</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>threat of violence</source>
        <translation>有暴力风险</translation>
    </message>
    <message>
        <source>confidential</source>
        <translation>保密</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>act, who</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>personal details erased</source>
        <translation>个人信息已删除</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field, value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Ethnic group</source>
        <translation>民族</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>所属区域</translation>
    </message>
    <message>
        <source>Work unit</source>
        <translation>工作单位</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>larger region, region</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>You were also taken down as</source>
        <translation>您另有登记信息如下</translation>
    </message>
</context>
<context>
    <name>onedoor::PersonSection</name>
    <message>
        <source>Sub-district or community</source>
        <translation>所属街道、社区</translation>
    </message>
    <message>
        <source>More about the visitor</source>
        <translation>更多来访人信息</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>来访人</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>Ethnic group</source>
        <translation>民族</translation>
    </message>
    <message>
        <source>Work unit</source>
        <translation>工作单位</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>Aged %1</source>
        <translation>%1 岁</translation>
    </message>
    <message>
        <source>No province of today has this code: please look again</source>
        <translation>号码中的地区代码不在现行区划内，请再核对一次</translation>
    </message>
    <message>
        <source>Please give a day in the past, for example 1968-03-02</source>
        <translation>请填写有效的出生日期，例如 1968-03-02</translation>
    </message>
    <message>
        <source>Please give a name; for somebody who will not, a form of address will do</source>
        <translation>请填写姓名；来访人不愿提供时可填称呼</translation>
    </message>
    <message>
        <source>This is not in the list: please choose, or leave it empty</source>
        <translation>列表中没有此项，请选择或留空</translation>
    </message>
    <message>
        <source>year-month-day</source>
        <translation>年-月-日</translation>
    </message>
</context>
<context>
    <name>onedoor::PersonalDataPage</name>
    <message>
        <source>Erasures</source>
        <translation>删除记录</translation>
    </message>
    <message>
        <source>Export as PDF…</source>
        <translation>导出 PDF…</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation>导出 JSON…</translation>
    </message>
    <message>
        <source>Place a hold…</source>
        <translation>设置保留…</translation>
    </message>
    <message>
        <source>Lift the hold…</source>
        <translation>解除保留…</translation>
    </message>
    <message>
        <source>Erase personal data…</source>
        <translation>删除个人信息…</translation>
    </message>
    <message>
        <source>Name, pinyin, telephone or document number</source>
        <translation>姓名、拼音、电话或证件号码</translation>
    </message>
    <message>
        <source>Nobody matches. Whoever was erased can&apos;t be found by name any more.</source>
        <translation>没有符合的人员。已删除的人员不能再按姓名查到。</translation>
    </message>
    <message>
        <source>Look up a person</source>
        <translation>查找人员</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Legal holds</source>
        <translation>依法保留</translation>
    </message>
    <message>
        <source>No legal hold</source>
        <translation>没有依法保留</translation>
    </message>
    <message>
        <source>A legal hold keeps a person&apos;s data from being erased, for example while a court case runs.</source>
        <translation>依法保留期间不能删除此人的个人信息，例如案件审理期间。</translation>
    </message>
    <message>
        <source>Nobody has been erased</source>
        <translation>还没有删除记录</translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n 项未完成</numerusform>
        </translation>
    </message>
    <message>
        <source>Confirmed: %1
Still pending: %2</source>
        <translation>已确认：%1
未完成：%2</translation>
    </message>
    <message>
        <source>The legal hold stands. The data can&apos;t be erased until it ends or is lifted.</source>
        <translation>已设置依法保留，到期或解除前不能删除。</translation>
    </message>
    <message>
        <source>The legal hold is lifted.</source>
        <translation>依法保留已解除。</translation>
    </message>
    <message>
        <source>The personal data is erased.</source>
        <translation>个人信息已删除。</translation>
    </message>
    <message numerus="yes">
        <source>The personal data is erased here. %n PC(s) will follow as soon as they are reached.</source>
        <translation>
            <numerusform>本机上的个人信息已删除，另有 %n 台电脑连通后随即删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>personal-data-%1.%2</source>
        <comment>file name: day, ending</comment>
        <translation>个人信息-%1.%2</translation>
    </message>
    <message>
        <source>Save personal data</source>
        <translation>保存个人信息</translation>
    </message>
    <message>
        <source>Saved in %1. Hand it to the person only, then delete it here.</source>
        <translation>已保存到 %1。请只交给本人，交付后从本机删除。</translation>
    </message>
    <message>
        <source>Saved in %1. This drive can&apos;t keep others from reading it: hand it to the person and leave no copy.</source>
        <translation>已保存到 %1。该磁盘无法限制他人读取，请只交给本人，不要留下副本。</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>保存的信息</translation>
    </message>
    <message>
        <source>Erasures are listed here, with the PCs that have confirmed and those that have still to follow.</source>
        <translation>删除记录在此列出，并显示已确认和尚未完成的电脑。</translation>
    </message>
    <message>
        <source>Records of the same person</source>
        <translation>同一人的登记信息</translation>
    </message>
    <message>
        <source>Nobody else is near</source>
        <translation>未发现相似人员</translation>
    </message>
    <message>
        <source>Records that may be the same person are listed here, with the reasons.</source>
        <translation>可能是同一人的登记信息连同依据列在此处。</translation>
    </message>
    <message>
        <source>Taken down twice?</source>
        <translation>是否重复登记</translation>
    </message>
    <message>
        <source>The records are one person now</source>
        <translation>已合并为同一人</translation>
    </message>
    <message>
        <source>The merge was taken back; both records are as before</source>
        <translation>已撤销合并，两条登记信息恢复原状</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>Take the merge back</source>
        <translation>撤销合并</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
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
    <name>onedoor::PlaceBar</name>
    <message>
        <source>Nobody sits here</source>
        <translation>无人值守</translation>
    </message>
    <message>
        <source>Leave the place</source>
        <translation>离开窗口</translation>
    </message>
    <message>
        <source>Window or room</source>
        <translation>窗口或房间</translation>
    </message>
    <message>
        <source>Choose your window or room</source>
        <translation>请选择您的窗口或房间</translation>
    </message>
    <message>
        <source>You sit here</source>
        <translation>由您值守</translation>
    </message>
    <message>
        <source>%1 sits here</source>
        <translation>%1 值守中</translation>
    </message>
    <message numerus="yes">
        <source>%n served today</source>
        <translation>
            <numerusform>今日已接待 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Look after more places</source>
        <translation>兼管更多窗口或办公室</translation>
    </message>
    <message>
        <source>%1: taken over</source>
        <translation>%1：已由他人接管</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: free</source>
        <translation>%1：空闲</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>切换到%1</translation>
    </message>
</context>
<context>
    <name>onedoor::PrintSettingsPanel</name>
    <message>
        <source>Slips go to</source>
        <translation>小票输出到</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>PDF file</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>80 mm roll</source>
        <translation>80 毫米卷纸</translation>
    </message>
    <message>
        <source>58 mm roll</source>
        <translation>58 毫米卷纸</translation>
    </message>
    <message>
        <source>A6</source>
        <translation>A6</translation>
    </message>
    <message>
        <source>Print a test slip</source>
        <translation>打印测试小票</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>This computer has no printer</source>
        <translation>本机没有打印机</translation>
    </message>
    <message>
        <source>Choose a printer</source>
        <translation>请选择打印机</translation>
    </message>
    <message>
        <source>Save a test slip</source>
        <translation>保存测试小票</translation>
    </message>
    <message>
        <source>Folder for slips</source>
        <translation>小票存放文件夹</translation>
    </message>
    <message>
        <source>Choose a printer first.</source>
        <translation>请先选择打印机。</translation>
    </message>
    <message>
        <source>The slip was sent to the printer.</source>
        <translation>小票已送到打印机。</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>小票版式</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>从文件选取…</translation>
    </message>
    <message>
        <source>Layout of slips</source>
        <translation>小票版式文件</translation>
    </message>
    <message>
        <source>Layouts (*.json)</source>
        <translation>版式文件 (*.json)</translation>
    </message>
    <message>
        <source>%1 can&apos;t be used: %2</source>
        <translation>%1 无法使用：%2</translation>
    </message>
</context>
<context>
    <name>onedoor::ProblemList</name>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Faults of the file</source>
        <translation>文件中的错误</translation>
    </message>
</context>
<context>
    <name>onedoor::Program</name>
    <message>
        <source>another program</source>
        <translation>另一个程序</translation>
    </message>
    <message>
        <source>The store is in use</source>
        <translation>数据正在使用中</translation>
    </message>
    <message>
        <source>%1 (process %2 on %3) has had the store %4 open since %5. Two programs must not write to one store. Wait until it is done, or end it, then try again.</source>
        <translation>%1（%3 上的进程 %2）自 %5 起占用数据 %4。两个程序不能同时写入同一份数据。请等它结束，或将其关闭，然后重试。</translation>
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
    <name>onedoor::QrView</name>
    <message>
        <source>QR code</source>
        <translation>二维码</translation>
    </message>
</context>
<context>
    <name>onedoor::QueueLists</name>
    <message>
        <source>Waiting</source>
        <translation>等候</translation>
    </message>
    <message>
        <source>Other lists</source>
        <translation>其他列表</translation>
    </message>
    <message>
        <source>Waiting, in calling order</source>
        <translation>等候队列（按叫号顺序）</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>暂无等候</translation>
    </message>
    <message>
        <source>For the services of this place.</source>
        <translation>本窗口的服务目前无人等候。</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Nobody is on hold</source>
        <translation>暂无挂起</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>过号</translation>
    </message>
    <message>
        <source>Nobody missed a call today</source>
        <translation>今日暂无过号</translation>
    </message>
    <message>
        <source>Done today</source>
        <translation>今日办结</translation>
    </message>
    <message>
        <source>Nothing finished here today</source>
        <translation>本窗口今日暂无办结</translation>
    </message>
    <message>
        <source>On hold %1</source>
        <translation>挂起 %1</translation>
    </message>
    <message>
        <source>Missed %1</source>
        <translation>过号 %1</translation>
    </message>
    <message>
        <source>Done today %1</source>
        <translation>今日办结 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 · precedence at most %n min</source>
        <translation>
            <numerusform>%1 · 优先最多提前 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>onedoor::QueueModel</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>来访人</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Why here</source>
        <translation>排序依据</translation>
    </message>
    <message>
        <source>On hold because</source>
        <translation>挂起原因</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>过号</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>办结时间</translation>
    </message>
    <message>
        <source>Served (min)</source>
        <translation>接待（分）</translation>
    </message>
    <message>
        <source>Waiting (min)</source>
        <translation>等候（分）</translation>
    </message>
    <message>
        <source>Since (min)</source>
        <translation>已过（分）</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n people)</source>
        <translation>
            <numerusform>%1（%n 人）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>还有 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min late</source>
        <translation>
            <numerusform>已超时 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>约%1叫</translation>
    </message>
    <message>
        <source>then %1</source>
        <translation>之后去%1</translation>
    </message>
</context>
<context>
    <name>onedoor::ReceptionPage</name>
    <message>
        <source>Reception</source>
        <translation>来访接待</translation>
    </message>
    <message>
        <source>New visitor</source>
        <translation>新来访人</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Register and print</source>
        <translation>登记并打印号票</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Same matter as last time</source>
        <translation>与上次为同一事项</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>继续填写</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>重新打印</translation>
    </message>
    <message>
        <source>History</source>
        <translation>办理记录</translation>
    </message>
    <message>
        <source>Next section</source>
        <translation>下一部分</translation>
    </message>
    <message>
        <source>Previous section</source>
        <translation>上一部分</translation>
    </message>
    <message>
        <source>Name, pinyin, telephone, document or ticket number</source>
        <translation>输入姓名、拼音、电话、证件号码或号票号码</translation>
    </message>
    <message>
        <source>Look up a visitor</source>
        <translation>查找来访人</translation>
    </message>
    <message>
        <source>Ticket %1 issued</source>
        <translation>已取号 %1</translation>
    </message>
    <message>
        <source>A form that was not registered is kept.</source>
        <translation>有一份未完成的登记已保留。</translation>
    </message>
    <message>
        <source>The form for %1 was not registered and is kept.</source>
        <translation>%1 的登记尚未完成，填写内容已保留。</translation>
    </message>
    <message>
        <source>Another ticket</source>
        <translation>加取一号</translation>
    </message>
    <message>
        <source>Visitor has left</source>
        <translation>来访人已离开</translation>
    </message>
    <message>
        <source>Back into the queue</source>
        <translation>恢复排队</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>&amp;Withdraw the ticket</source>
        <translation>撤销号票(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>Has %1 left? Ticket %2 then leaves the queue.</source>
        <translation>%1 是否已离开？撤销后 %2 号将退出排队。</translation>
    </message>
    <message>
        <source>Ticket %1 is withdrawn</source>
        <translation>%1 号已撤销</translation>
    </message>
    <message>
        <source>Ticket %1 stands in the queue again</source>
        <translation>%1 号已恢复排队</translation>
    </message>
    <message>
        <source>The form was discarded</source>
        <translation>已放弃该登记表</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃(&amp;D)</translation>
    </message>
    <message>
        <source>Perhaps already known: %1. Why: %2</source>
        <translation>可能已登记过：%1。依据：%2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 人相似</numerusform>
        </translation>
    </message>
    <message>
        <source>Done at once</source>
        <translation>即时办结</translation>
    </message>
    <message>
        <source>Take this person</source>
        <translation>就是此人</translation>
    </message>
    <message>
        <source>%1 is registered and done</source>
        <translation>%1 号已登记并即时办结</translation>
    </message>
    <message>
        <source>Who is expected</source>
        <translation>待到预约</translation>
    </message>
    <message>
        <source>Another matter</source>
        <translation>不是为预约来的</translation>
    </message>
    <message>
        <source>Appointment at %1 for %2. Registering issues the ticket for it.</source>
        <translation>此人预约了 %1 的“%2”，登记后按预约取号。</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Takes the suggested service and stops over</source>
        <translation>采用建议的服务和后续环节</translation>
    </message>
</context>
<context>
    <name>onedoor::RecoveryKeyView</name>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>The key is shown now and never again. Print it or write it down, and put the paper into the safe. When every password is lost, only this key opens the records.</source>
        <translation>密钥只显示这一次。请打印或抄写，并存入保险柜。所有密码都遗失时，只有它能打开记录。</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>The sheet could not be printed. Write the key down by hand, or choose another printer.</source>
        <translation>未能打印。请手工抄写，或换一台打印机。</translation>
    </message>
</context>
<context>
    <name>onedoor::RecoveryPanel</name>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>Your &amp;password or PIN</source>
        <translation>您的密码或 PIN 码(&amp;P)</translation>
    </message>
    <message>
        <source>The new key replaces the old one as soon as it is proven; until then the old one stays valid. Have a printer or a pen at hand, and go on only where nobody looks over your shoulder.</source>
        <translation>新密钥经验证后立即取代旧密钥，在此之前旧密钥仍然有效。请备好打印机或纸笔，并确认旁边无人窥视后再继续。</translation>
    </message>
    <message>
        <source>Eight groups of five characters. There is no O, I, L or U among them.</source>
        <translation>共八组，每组五个字符，其中没有字母 O、I、L、U。</translation>
    </message>
    <message>
        <source>Type two groups from the paper. The old key opens the store no more after this.</source>
        <translation>请照纸面输入其中两组。完成后旧密钥将无法再打开数据。</translation>
    </message>
    <message>
        <source>Put the new paper into the safe. The old key opens the store no more, but backups made until now still need it or the passwords of their day: make a new backup, then destroy the old paper.</source>
        <translation>请把新的纸件存入保险柜。旧密钥已打不开当前数据，但此前的备份仍须用旧密钥或当时的密码打开：请先重新备份，再销毁旧纸件。</translation>
    </message>
    <message>
        <source>&amp;Make the key</source>
        <translation>生成密钥(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;It is on paper</source>
        <translation>已记在纸上(&amp;I)</translation>
    </message>
    <message>
        <source>Prove and &amp;replace</source>
        <translation>验证并更换(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>The new recovery key is proven and valid.</source>
        <translation>新的恢复密钥已通过验证并生效。</translation>
    </message>
    <message>
        <source>Enter your password or PIN</source>
        <translation>请输入密码或 PIN 码</translation>
    </message>
</context>
<context>
    <name>onedoor::RecoveryPaper</name>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>%1, made on %2</source>
        <translation>%1，生成于 %2</translation>
    </message>
    <message>
        <source>Keep this sheet in the safe. It opens the centre&apos;s records when every password is lost; whoever holds it can do so. Do not copy or photograph it. Without a password and without this key nobody can read the records.</source>
        <translation>请将本页存放在保险柜中。所有密码都遗失时，凭此密钥可打开中心的记录；任何持有者都能打开。请勿复印或拍照。没有密码也没有此密钥，任何人都无法读取记录。</translation>
    </message>
</context>
<context>
    <name>onedoor::RecoveryProof</name>
    <message>
        <source>Group %1</source>
        <translation>第 %1 组</translation>
    </message>
    <message>
        <source>Five characters stand on the paper</source>
        <translation>纸面上每组是五个字符</translation>
    </message>
    <message>
        <source>This is not what stands on the paper; compare it character by character</source>
        <translation>与纸面不符，请逐字核对</translation>
    </message>
</context>
<context>
    <name>onedoor::RecoveryStep</name>
    <message>
        <source>Take the paper in your hand</source>
        <translation>请拿起纸质密钥</translation>
    </message>
    <message>
        <source>The recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Type two groups from the paper. The program then opens the store with them, as on the day when it matters.</source>
        <translation>请照纸面输入其中两组，程序将用它实际打开一次数据，确认真正需要时可用。</translation>
    </message>
    <message>
        <source>Eight groups of five characters. There is no O, I, L or U among them.</source>
        <translation>共八组，每组五个字符，其中没有字母 O、I、L、U。</translation>
    </message>
    <message>
        <source>Prove the &amp;key</source>
        <translation>验证密钥(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;It is on paper</source>
        <translation>已记在纸上(&amp;I)</translation>
    </message>
    <message>
        <source>Opening the store with the recovery key…</source>
        <translation>正在用恢复密钥打开数据……</translation>
    </message>
</context>
<context>
    <name>onedoor::RemovalSheet</name>
    <message>
        <source>Remove %1</source>
        <translation>删除“%1”</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>删除(&amp;R)</translation>
    </message>
    <message>
        <source>This depends on it at the moment:</source>
        <translation>目前与它有关的情况：</translation>
    </message>
    <message>
        <source>• %1</source>
        <comment>one of several facts</comment>
        <translation>• %1</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>保留(&amp;K)</translation>
    </message>
</context>
<context>
    <name>onedoor::RestoreStep</name>
    <message>
        <source>What opens the backup</source>
        <translation>用什么打开备份</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>选择(&amp;C)…</translation>
    </message>
    <message>
        <source>Choose the backup</source>
        <translation>选择备份</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>更改(&amp;H)…</translation>
    </message>
    <message>
        <source>Change the folder</source>
        <translation>更改文件夹</translation>
    </message>
    <message>
        <source>&amp;Folder of the backup</source>
        <translation>备份所在文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>F&amp;older of the store</source>
        <translation>数据文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>Empty or new, on a disk of this PC, not on a network drive or a USB stick</source>
        <translation>请选空文件夹或新文件夹，放在本机硬盘上，不要放在网络盘或 U 盘</translation>
    </message>
    <message>
        <source>Recovery &amp;key</source>
        <translation>恢复密钥(&amp;K)</translation>
    </message>
    <message>
        <source>Eight groups of five from the paper in the safe; hyphens may be left out</source>
        <translation>保险柜中纸面上的八组字符，每组五个；连字符可以不输</translation>
    </message>
    <message>
        <source>&amp;Login of an administrator</source>
        <translation>管理员登录名(&amp;L)</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>密码(&amp;W)</translation>
    </message>
    <message>
        <source>New password a&amp;gain</source>
        <translation>再次输入新密码(&amp;G)</translation>
    </message>
    <message>
        <source>With a password</source>
        <translation>用密码</translation>
    </message>
    <message>
        <source>With the recovery key</source>
        <translation>用恢复密钥</translation>
    </message>
    <message>
        <source>The backup is restored</source>
        <translation>备份已恢复</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>从备份恢复</translation>
    </message>
    <message>
        <source>The store goes on under a new number of its own, so that nothing is mixed up with what the old PC may still write.</source>
        <translation>恢复后的数据使用自己的新编号继续记录，不会与旧计算机可能还在写入的内容混淆。</translation>
    </message>
    <message>
        <source>The backup is checked entry by entry before anything is copied. It stays as it is.</source>
        <translation>先逐条核验备份，再开始复制。备份本身保持不变。</translation>
    </message>
    <message>
        <source>The new password of this administrator: at least 8 characters</source>
        <translation>该管理员的新密码，至少 8 个字符</translation>
    </message>
    <message>
        <source>The password of the day on which the backup was made; a PIN does not open a backup</source>
        <translation>制作备份当天的密码；PIN 码不能打开备份</translation>
    </message>
    <message numerus="yes">
        <source>%1
Saved on %2, %n entries</source>
        <translation>
            <numerusform>%1
备份时间 %2，共 %n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no backup here. Choose the folder that holds the file manifest.json.</source>
        <translation>这里没有备份。请选择含有 manifest.json 文件的文件夹。</translation>
    </message>
    <message>
        <source>Folder of the backup</source>
        <translation>备份所在文件夹</translation>
    </message>
    <message>
        <source>Folder of the store</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>There are files in this folder; choose an empty or a new one</source>
        <translation>该文件夹中有文件，请选择空文件夹或新文件夹</translation>
    </message>
    <message>
        <source>Choose the folder of the backup</source>
        <translation>请选择备份所在文件夹</translation>
    </message>
    <message>
        <source>Enter the recovery key</source>
        <translation>请输入恢复密钥</translation>
    </message>
    <message>
        <source>Enter a login</source>
        <translation>请输入登录名</translation>
    </message>
    <message>
        <source>Enter a password</source>
        <translation>请输入密码</translation>
    </message>
    <message>
        <source>The two passwords differ</source>
        <translation>两次输入的密码不一致</translation>
    </message>
    <message>
        <source>Checking the backup…</source>
        <translation>正在核验备份…</translation>
    </message>
    <message>
        <source>Checking the backup: %1 %</source>
        <translation>正在核验备份：%1 %</translation>
    </message>
    <message>
        <source>Copying and opening the store…</source>
        <translation>正在复制并打开数据…</translation>
    </message>
    <message numerus="yes">
        <source>%1

All %n entries of the backup of %2 were checked: none is missing and none was changed. The files in the new folder are the same byte for byte.

%3</source>
        <translation>
            <numerusform>%1

%2 的备份共 %n 条记录，已逐条核验，没有缺失，也没有改动。新文件夹中的文件与备份逐字节一致。

%3</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Nothing was left behind; you can begin again.</source>
        <translation>已停止。没有留下任何文件，可以重新开始。</translation>
    </message>
    <message>
        <source>This key does not open this backup. Take the paper of the time when it was made.</source>
        <translation>该密钥打不开此备份。请使用制作备份时的纸件。</translation>
    </message>
    <message>
        <source>This login and password do not open the backup. Try those of the day when it was made, or the recovery key.</source>
        <translation>登录名和密码打不开此备份。请使用制作备份当天的密码，或使用恢复密钥。</translation>
    </message>
    <message>
        <source>This is not the login of an administrator in this backup</source>
        <translation>该登录名在此备份中不是管理员</translation>
    </message>
    <message>
        <source>This backup is damaged and was not restored. Take an older one. (%1)</source>
        <translation>此备份已损坏，没有恢复。请改用更早的备份。（%1）</translation>
    </message>
    <message>
        <source>&amp;Start working</source>
        <translation>开始工作(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>New pass&amp;word</source>
        <translation>新密码(&amp;W)</translation>
    </message>
</context>
<context>
    <name>onedoor::RouteEdit</name>
    <message>
        <source>Add a stop: name, pinyin or keyword</source>
        <translation>添加环节：名称、拼音或关键词</translation>
    </message>
    <message>
        <source>No service matches</source>
        <translation>没有相符的服务</translation>
    </message>
    <message>
        <source>Add a stop</source>
        <translation>添加环节</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>place in the way and name of a stop</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Take stop %1, %2, out</source>
        <translation>去掉第%1个环节：%2</translation>
    </message>
</context>
<context>
    <name>onedoor::RouteSheet</name>
    <message>
        <source>Further stops</source>
        <translation>后续环节</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>After %1</source>
        <translation>%1之后</translation>
    </message>
    <message>
        <source>The visitor goes on to these by themselves, with the same number.</source>
        <translation>办完后凭同一号码自动进入下一环节排队。</translation>
    </message>
</context>
<context>
    <name>onedoor::RouteWords</name>
    <message>
        <source>back to %1</source>
        <translation>返回%1</translation>
    </message>
    <message>
        <source>family</source>
        <translation>亲属</translation>
    </message>
    <message>
        <source>neighbour or friend</source>
        <translation>邻居或朋友</translation>
    </message>
    <message>
        <source>community worker</source>
        <translation>社区工作人员</translation>
    </message>
    <message>
        <source>authorised agent</source>
        <translation>委托代理人</translation>
    </message>
    <message>
        <source>statutory agent</source>
        <translation>法定代理人</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Confidential visitor</source>
        <translation>保密来访人</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <comment>a stop that lies behind</comment>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>● %1</source>
        <comment>the present stop</comment>
        <translation>● %1</translation>
    </message>
    <message>
        <source>Needs an escort</source>
        <translation>需引导陪同</translation>
    </message>
    <message>
        <source>Hard of hearing</source>
        <translation>听力不便</translation>
    </message>
    <message>
        <source>Wheelchair</source>
        <translation>乘轮椅</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name and relation of a helper</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>onedoor::SaveStatus</name>
    <message>
        <source>Saved on this PC</source>
        <translation>已保存在本机</translation>
    </message>
    <message>
        <source>Saved on this PC, last at %1</source>
        <translation>已保存在本机，最近 %1</translation>
    </message>
</context>
<context>
    <name>onedoor::SecondTicketSheet</name>
    <message>
        <source>Another ticket</source>
        <translation>加取一号</translation>
    </message>
    <message>
        <source>Service of the other ticket</source>
        <translation>加取号票的办理事项</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>办理事项</translation>
    </message>
    <message>
        <source>Issue and print</source>
        <translation>取号并打印</translation>
    </message>
    <message>
        <source>Name, pinyin or keyword</source>
        <translation>名称、拼音或关键词</translation>
    </message>
    <message>
        <source>The visit and its matter stay the same; the visitor holds both tickets.</source>
        <translation>仍属本次来访、同一事项，来访人同时持有两张号票。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a service from the list.</source>
        <translation>请从列表中选择办理事项。</translation>
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
    <name>onedoor::ServiceScreen</name>
    <message>
        <source>What have you come for?</source>
        <translation>您要办理什么事项？</translation>
    </message>
    <message>
        <source>Hello %1, what have you come for?</source>
        <translation>%1，您好，您要办理什么事项？</translation>
    </message>
    <message>
        <source>Touch a service, or lay your identity card on the reader.</source>
        <translation>请点选事项，也可以先刷身份证。</translation>
    </message>
    <message>
        <source>Today&apos;s tickets are given out</source>
        <translation>今天的号已取完</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>无人等候</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 人等候</numerusform>
        </translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>Previous services</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>More services</source>
        <translation>下一页</translation>
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
    <name>onedoor::ShellHeader</name>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Operator: %1</source>
        <translation>当前人员：%1</translation>
    </message>
</context>
<context>
    <name>onedoor::SideRail</name>
    <message>
        <source>%1+</source>
        <translation>%1+</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>page, what waits there</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>onedoor::SignInPage</name>
    <message>
        <source>OneDoor</source>
        <translation>一门通</translation>
    </message>
    <message>
        <source>&amp;Login</source>
        <translation>登录名(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Password or PIN</source>
        <translation>密码或 PIN 码(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>登录(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Forgot: use the recovery key</source>
        <translation>忘记密码：使用恢复密钥(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Another store…</source>
        <translation>打开其他数据(&amp;A)…</translation>
    </message>
    <message>
        <source>Recovery &amp;key</source>
        <translation>恢复密钥(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Login of the administrator</source>
        <translation>管理员登录名(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation>新密码(&amp;N)</translation>
    </message>
    <message>
        <source>New password a&amp;gain</source>
        <translation>再次输入新密码(&amp;G)</translation>
    </message>
    <message>
        <source>Eight groups of five from the paper in the safe; hyphens may be left out</source>
        <translation>保险柜中纸面上的八组字符，每组五个；连字符可以不输</translation>
    </message>
    <message>
        <source>&amp;Set the password and open</source>
        <translation>设置密码并打开(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>Enter your login</source>
        <translation>请填写登录名</translation>
    </message>
    <message>
        <source>Enter your password or PIN</source>
        <translation>请填写密码或 PIN 码</translation>
    </message>
    <message>
        <source>Opening the store…</source>
        <translation>正在打开数据……</translation>
    </message>
    <message>
        <source>Login and password or PIN do not go together</source>
        <translation>登录名与密码或 PIN 码不符</translation>
    </message>
    <message>
        <source>Enter the recovery key</source>
        <translation>请填写恢复密钥</translation>
    </message>
    <message>
        <source>Enter the login</source>
        <translation>请填写登录名</translation>
    </message>
    <message>
        <source>Enter a new password</source>
        <translation>请填写新密码</translation>
    </message>
    <message>
        <source>The two passwords differ</source>
        <translation>两次输入的密码不一致</translation>
    </message>
    <message>
        <source>Opening the store with the recovery key…</source>
        <translation>正在用恢复密钥打开数据……</translation>
    </message>
    <message>
        <source>This key does not open this store</source>
        <translation>此密钥不能打开这份数据</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <comment>to wait</comment>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>minutes, seconds</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>to wait</comment>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many wrong attempts. You can try again in %1.</source>
        <translation>错误次数过多，请在 %1后重试。</translation>
    </message>
    <message>
        <source>Take it over only when you are sure that no other computer works with this folder: two that write at the same time damage the store.</source>
        <translation>请确认没有其他计算机正在使用这个文件夹，再接管：两台计算机同时写入会损坏数据。</translation>
    </message>
    <message>
        <source>Another computer holds this store</source>
        <translation>另一台计算机占用了这份数据</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>暂不接管(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Take the store over</source>
        <translation>接管数据(&amp;T)</translation>
    </message>
    <message>
        <source>Taking the store over…</source>
        <translation>正在接管数据…</translation>
    </message>
    <message>
        <source>This is not the login of an administrator</source>
        <translation>此登录名不是管理员的登录名</translation>
    </message>
</context>
<context>
    <name>onedoor::SimilarWords</name>
    <message>
        <source>same document number</source>
        <translation>证件号码相同</translation>
    </message>
    <message>
        <source>same number in its former 15 digits</source>
        <translation>证件号码相同（15 位旧号）</translation>
    </message>
    <message>
        <source>same telephone</source>
        <translation>电话相同</translation>
    </message>
    <message>
        <source>same date of birth</source>
        <translation>出生日期相同</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>姓名相同</translation>
    </message>
    <message>
        <source>sounds alike</source>
        <translation>姓名同音</translation>
    </message>
    <message>
        <source>same name in another order</source>
        <translation>姓名顺序不同</translation>
    </message>
    <message>
        <source>surname shortened</source>
        <translation>复姓少一字</translation>
    </message>
    <message>
        <source>one character differs</source>
        <translation>姓名差一字</translation>
    </message>
    <message>
        <source>same address</source>
        <translation>住址相同</translation>
    </message>
    <message>
        <source>another document number</source>
        <translation>证件号码不同</translation>
    </message>
    <message>
        <source>another date of birth</source>
        <translation>出生日期不同</translation>
    </message>
    <message>
        <source>another sex</source>
        <translation>性别不同</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between reasons</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1; but %2</source>
        <translation>%1；但%2</translation>
    </message>
    <message>
        <source>born %1</source>
        <translation>%1 年生</translation>
    </message>
    <message>
        <source>last here %1</source>
        <translation>最近来访 %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between facts of a person</comment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>onedoor::Slip</name>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Test slip, not a number</source>
        <translation>打印测试，不是排队号</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. Choose one, or save slips as PDF files.</source>
        <translation>本机尚未设置打印机。请选择打印机，或将小票存为 PDF 文件。</translation>
    </message>
    <message>
        <source>The printer “%1” can&apos;t be found. Check that it is on and connected, or choose another one.</source>
        <translation>找不到打印机“%1”。请检查电源和连接，或另选一台。</translation>
    </message>
    <message>
        <source>The printer “%1” has stopped. Check paper and cover, then print again.</source>
        <translation>打印机“%1”已停止。请检查纸张和机盖后重新打印。</translation>
    </message>
    <message>
        <source>The folder “%1” is not there. Choose another one for PDF files.</source>
        <translation>文件夹“%1”不存在。请另选存放 PDF 文件的文件夹。</translation>
    </message>
    <message>
        <source>The file “%1” can&apos;t be written. Close it if it is open, or choose another folder.</source>
        <translation>无法写入文件“%1”。如已打开请先关闭，或另选文件夹。</translation>
    </message>
    <message>
        <source>The printer “%1” did not take the slip. Check it, then print again.</source>
        <translation>打印机“%1”未能打印小票。请检查后重新打印。</translation>
    </message>
    <message>
        <source>Nobody is waiting before you</source>
        <translation>您前面无人等候</translation>
    </message>
    <message>
        <source>Waiting before you: %1</source>
        <translation>您前面等候：%1 人</translation>
    </message>
    <message>
        <source>When your number is called, please go to</source>
        <translation>叫到您的号时，请前往</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between places</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>取号时间</translation>
    </message>
    <message>
        <source>Printed again</source>
        <translation>补打时间</translation>
    </message>
    <message>
        <source>Visit number</source>
        <translation>来访编号</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>来访人</translation>
    </message>
    <message>
        <source>Then, with the same number: %1</source>
        <translation>之后凭同一号码前往：%1</translation>
    </message>
</context>
<context>
    <name>onedoor::SlipDesk</name>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Slip printing</source>
        <translation>小票打印</translation>
    </message>
    <message>
        <source>Choose a printer…</source>
        <translation>选择打印机…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Folder for PDF files</source>
        <translation>存放 PDF 的文件夹</translation>
    </message>
    <message>
        <source>Slip of %1 saved as PDF: %2</source>
        <translation>%1 号小票已存为 PDF：%2</translation>
    </message>
</context>
<context>
    <name>onedoor::SlipPreview</name>
    <message>
        <source>Preview of the slip</source>
        <translation>小票预览</translation>
    </message>
</context>
<context>
    <name>onedoor::StaffCallBanner</name>
    <message>
        <source>A kiosk</source>
        <translation>自助取号机</translation>
    </message>
    <message>
        <source>Kiosk %1</source>
        <translation>自助取号机“%1”</translation>
    </message>
    <message>
        <source>%1 calls for staff (%2).</source>
        <translation>%1呼叫工作人员（%2）。</translation>
    </message>
    <message>
        <source>%1: the slip of %3 was not printed (%2).</source>
        <translation>%1：%3 号的小票没有打印出来（%2）。</translation>
    </message>
    <message>
        <source>%1 could not issue a ticket (%2).</source>
        <translation>%1取号失败（%2）。</translation>
    </message>
    <message>
        <source>%1 Settled by %2 at %3.</source>
        <translation>%1%2已在 %3 处理完。</translation>
    </message>
    <message>
        <source>%1 %2 is on the way.</source>
        <translation>%1%2正在前往。</translation>
    </message>
    <message>
        <source>I am coming</source>
        <translation>我来处理</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已处理</translation>
    </message>
</context>
<context>
    <name>onedoor::StartStep</name>
    <message>
        <source>Set up a &amp;new centre</source>
        <translation>新建中心(&amp;N)</translation>
    </message>
    <message>
        <source>Choose the centre, make the first accounts and keep a recovery key. About five minutes.</source>
        <translation>选择中心，建立首批账号，保存恢复密钥。约需五分钟。</translation>
    </message>
    <message>
        <source>&amp;Open an existing store</source>
        <translation>打开已有数据(&amp;O)</translation>
    </message>
    <message>
        <source>The centre has been set up before: choose the folder that holds its store.</source>
        <translation>中心此前已经建立：请选择存放数据的文件夹。</translation>
    </message>
    <message>
        <source>Welcome to OneDoor</source>
        <translation>欢迎使用一门通</translation>
    </message>
    <message>
        <source>Everything is kept encrypted on this PC; no account on the network is needed.</source>
        <translation>所有数据加密保存在本机，无需网络账号。</translation>
    </message>
    <message>
        <source>Folder of the store</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>There is no OneDoor store in %1. Choose the folder that holds the file keyslots.json.</source>
        <translation>%1 中没有一门通的数据。请选择含有 keyslots.json 文件的文件夹。</translation>
    </message>
    <message>
        <source>&amp;Restore from a backup</source>
        <translation>从备份恢复(&amp;R)</translation>
    </message>
    <message>
        <source>The old PC is lost or its disk is damaged: take the newest backup and go on working here.</source>
        <translation>原计算机遗失或硬盘损坏时，用最近的备份在本机继续工作。</translation>
    </message>
    <message>
        <source>The making of the store in %1 was interrupted, and nothing was recorded in it. Set up the centre again in the same folder.</source>
        <translation>在 %1 建立数据时曾中断，其中没有任何记录。请在同一文件夹重新设立中心。</translation>
    </message>
    <message>
        <source>&amp;Join a centre</source>
        <translation>加入本中心(&amp;J)</translation>
    </message>
    <message>
        <source>The centre works on other PCs already: enter the pairing code that its administrator shows.</source>
        <translation>本中心已在其他电脑上使用：请输入管理员提供的接入码。</translation>
    </message>
</context>
<context>
    <name>onedoor::TaskSheet</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
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
    <name>onedoor::TicketPanel</name>
    <message>
        <source>No ticket chosen</source>
        <translation>未选择号票</translation>
    </message>
    <message>
        <source>Type a name, telephone or document number above and press Enter. The ticket then appears here.</source>
        <translation>在上方输入姓名、电话或证件号码后按回车，登记完成后号票显示在这里。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>办理事项</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>办理地点</translation>
    </message>
    <message>
        <source>People ahead</source>
        <translation>前面等候</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到达时间</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>反映情况</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n people in all</source>
        <translation>
            <numerusform>%1，共 %n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Registered. Please hand over the slip.</source>
        <translation>登记完成，请将号票交给来访人。</translation>
    </message>
    <message>
        <source>Ticket of today</source>
        <translation>今日号票</translation>
    </message>
    <message>
        <source>Expected wait</source>
        <translation>预计等候</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>办理环节</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>代办人</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在打印</translation>
    </message>
</context>
<context>
    <name>onedoor::TicketScreen</name>
    <message>
        <source>, </source>
        <comment>between places</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>You are being called: please go to %1 now.</source>
        <translation>正在叫您的号，请到%1。</translation>
    </message>
    <message>
        <source>Your number was called and is kept. Please ask the staff.</source>
        <translation>您的号已过号，号码仍然保留，请咨询工作人员。</translation>
    </message>
    <message>
        <source>Your matter is kept for you at %1.</source>
        <translation>您的事项已在%1暂存，请到该处继续办理。</translation>
    </message>
    <message>
        <source>Please wait until your number is called.</source>
        <translation>请等候叫号。</translation>
    </message>
    <message>
        <source>You will be called to: %1</source>
        <translation>请等候叫号，办理地点：%1</translation>
    </message>
    <message>
        <source>Your slip is being printed …</source>
        <translation>正在打印小票……</translation>
    </message>
    <message>
        <source>Please take your slip.</source>
        <translation>请取走小票。</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>您的号码</translation>
    </message>
    <message>
        <source>You have a number already</source>
        <translation>您今天已取过号</translation>
    </message>
    <message>
        <source>Hello %1, you have a number already</source>
        <translation>%1，您今天已取过号</translation>
    </message>
    <message>
        <source>Your number: %1</source>
        <translation>您的号码：%1</translation>
    </message>
    <message>
        <source>Print the slip</source>
        <translation>打印小票</translation>
    </message>
    <message>
        <source>Try to print again</source>
        <translation>重新打印</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Nobody is before you.</source>
        <translation>前面没有人等候。</translation>
    </message>
    <message numerus="yes">
        <source>%n before you</source>
        <translation>
            <numerusform>前面还有 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>No slip was printed. Please note your number; staff was told.</source>
        <translation>小票没有打印出来，请记下您的号码，已通知工作人员。</translation>
    </message>
    <message>
        <source>No slip was printed. Please note your number.</source>
        <translation>小票没有打印出来，请记下您的号码。</translation>
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
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
</context>
<context>
    <name>onedoor::TodayPanel</name>
    <message>
        <source>Here today</source>
        <translation>今日来访</translation>
    </message>
    <message>
        <source>Which tickets</source>
        <translation>显示范围</translation>
    </message>
    <message>
        <source>Still here</source>
        <translation>未办结</translation>
    </message>
    <message>
        <source>All</source>
        <translation>今日全部</translation>
    </message>
    <message>
        <source>Who is here today</source>
        <translation>今日来访人员列表</translation>
    </message>
    <message>
        <source>%1 waiting, %2 being served</source>
        <translation>%1 人等候，%2 人接待中</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>目前无人等候</translation>
    </message>
    <message>
        <source>Nobody has come today</source>
        <translation>今日暂无来访</translation>
    </message>
    <message>
        <source>Whoever is registered appears here.</source>
        <translation>登记后的来访人会显示在这里。</translation>
    </message>
</context>
<context>
    <name>onedoor::TransferSheet</name>
    <message>
        <source>Transfer</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>转到服务</translation>
    </message>
    <message>
        <source>Name, pinyin or keyword</source>
        <translation>名称、拼音或关键词</translation>
    </message>
    <message>
        <source>No service matches</source>
        <translation>没有匹配的服务</translation>
    </message>
    <message>
        <source>The number %1 and the time of arrival stay.</source>
        <translation>号码 %1 和到达时间不变。</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>窗口或房间</translation>
    </message>
    <message>
        <source>Hand-over note</source>
        <translation>交接说明</translation>
    </message>
    <message>
        <source>Shown to whoever calls next, so that nothing has to be told twice.</source>
        <translation>下一位接待人员呼叫时可见，来访人不必重复陈述。</translation>
    </message>
    <message>
        <source>Any place of this service</source>
        <translation>该服务的任一窗口</translation>
    </message>
    <message>
        <source>Choose a service from the list.</source>
        <translation>请从列表中选择服务。</translation>
    </message>
    <message>
        <source>And back to me afterwards, with precedence (Alt+B)</source>
        <translation>办完后优先返回本处（Alt+B）</translation>
    </message>
</context>
<context>
    <name>onedoor::VersionBoard</name>
    <message>
        <source>Before</source>
        <translation>改动前</translation>
    </message>
    <message>
        <source>as both knew it</source>
        <translation>双方共知的内容</translation>
    </message>
    <message>
        <source>Counts for now</source>
        <translation>暂以此为准</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>以此为准</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>何人</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>本程序</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>何处</translation>
    </message>
    <message>
        <source>When</source>
        <translation>何时</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>所作操作</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>time, act</comment>
        <translation>%1  %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>What the record then says</source>
        <translation>记录内容对比</translation>
    </message>
    <message>
        <source>Nothing that can be shown differs: both wrote the same, or a secret that nobody may read.</source>
        <translation>可显示的内容没有差异：双方所记相同，或改动的是不可查看的密码。</translation>
    </message>
    <message>
        <source>The versions differ</source>
        <translation>两个版本不一致</translation>
    </message>
    <message>
        <source>Changed in one version alone</source>
        <translation>仅一个版本有改动</translation>
    </message>
    <message>
        <source>–</source>
        <comment>no value</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>The versions differ: %1</source>
        <translation>两个版本不一致：%1</translation>
    </message>
    <message>
        <source>Before, %1: %2</source>
        <translation>改动前，%1：%2</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>未改动</translation>
    </message>
    <message>
        <source>the versions differ here</source>
        <translation>两个版本不一致</translation>
    </message>
    <message>
        <source>changed in this version alone</source>
        <translation>仅此版本有改动</translation>
    </message>
    <message>
        <source>%1, %2: %3 (%4)</source>
        <comment>version, field, value, mark</comment>
        <translation>%1，%2：%3（%4）</translation>
    </message>
</context>
<context>
    <name>onedoor::VisitForm</name>
    <message>
        <source>* must be filled in</source>
        <translation>* 为必填项</translation>
    </message>
    <message>
        <source>New visitor</source>
        <translation>新来访人登记</translation>
    </message>
    <message numerus="yes">
        <source>%n former visits</source>
        <translation>
            <numerusform>曾来访 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Holds ticket %1 today already. Register again only for another matter.</source>
        <translation>今日已持有号票 %1，如非另一事项请勿重复登记。</translation>
    </message>
    <message>
        <source>&amp;Load it</source>
        <translation>载入新信息(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Keep mine</source>
        <translation>保留所填(&amp;K)</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of fields</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 was changed at another window just now: %2. What you typed stands.</source>
        <translation>%1 的信息刚在另一窗口被更改：%2。您填写的内容未受影响。</translation>
    </message>
    <message>
        <source>%1 was changed at another window by %2 at %3: %4. What you typed stands.</source>
        <translation>%1 的信息已由%2于 %3 在另一窗口更改：%4。您填写的内容未受影响。</translation>
    </message>
</context>
<context>
    <name>onedoor::VisitorCard</name>
    <message>
        <source>Nobody is here</source>
        <translation>暂无来访人</translation>
    </message>
    <message>
        <source>Current visitor</source>
        <translation>当前来访人</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>等候</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Handed over: %1</source>
        <translation>交接说明：%1</translation>
    </message>
    <message>
        <source>Nothing was written down at the desk.</source>
        <translation>登记时未填写事项说明。</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Mind safety</source>
        <translation>注意安全</translation>
    </message>
    <message>
        <source>Came before</source>
        <translation>重复来访</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>保密</translation>
    </message>
    <message>
        <source>serving time</source>
        <translation>接待用时</translation>
    </message>
    <message numerus="yes">
        <source>Called %n times</source>
        <translation>
            <numerusform>已呼叫 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>since the call</source>
        <translation>呼叫至今</translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>无人值守</translation>
    </message>
    <message>
        <source>You are not sitting here</source>
        <translation>您尚未在此值守</translation>
    </message>
    <message>
        <source>Choose your window or room above to call visitors.</source>
        <translation>请在上方选择您的窗口或房间，即可叫号。</translation>
    </message>
    <message>
        <source>Next: %1 · %2</source>
        <translation>下一位：%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n visitor(s) waiting. Press F2 to call.</source>
        <translation>
            <numerusform>%n 人等候，按 F2 呼叫。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>暂无等候</translation>
    </message>
    <message>
        <source>Visitors for the services of this place appear here by themselves.</source>
        <translation>有来访人选择本窗口的服务时，会自动显示在这里。</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>办理环节</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>代办人</translation>
    </message>
    <message>
        <source>Needs an escort</source>
        <translation>需引导陪同</translation>
    </message>
    <message>
        <source>Hard of hearing</source>
        <translation>听力不便</translation>
    </message>
    <message>
        <source>Wheelchair</source>
        <translation>乘轮椅</translation>
    </message>
</context>
<context>
    <name>onedoor::Wait</name>
    <message>
        <source>more than 2 hours</source>
        <translation>2小时以上</translation>
    </message>
    <message>
        <source>up to more than 2 hours</source>
        <translation>时间不定，可能2小时以上</translation>
    </message>
    <message>
        <source>%1 minutes to more than 2 hours</source>
        <translation>%1分钟至2小时以上</translation>
    </message>
    <message>
        <source>under %1 minutes</source>
        <translation>%1分钟以内</translation>
    </message>
    <message>
        <source>about %1 minutes</source>
        <translation>约%1分钟</translation>
    </message>
    <message>
        <source>%1–%2 minutes</source>
        <translation>%1–%2分钟</translation>
    </message>
    <message>
        <source>right away</source>
        <translation>无需等候</translation>
    </message>
    <message>
        <source>no more today</source>
        <translation>今日已排满</translation>
    </message>
    <message>
        <source>Called right away</source>
        <translation>无需等候</translation>
    </message>
    <message>
        <source>Nobody serves this at the moment</source>
        <translation>目前无人值守</translation>
    </message>
    <message>
        <source>Not before closing time today</source>
        <translation>今日下班前难以办理</translation>
    </message>
    <message>
        <source>%1; may not be reached before closing</source>
        <translation>%1，下班前可能轮不到</translation>
    </message>
    <message>
        <source>%1 (planning value)</source>
        <translation>%1（按计划用时估算）</translation>
    </message>
    <message>
        <source>You will be called right away</source>
        <translation>马上为您叫号，请留意</translation>
    </message>
    <message>
        <source>Your turn may not come before closing today</source>
        <translation>今日下班前可能轮不到，请咨询工作人员</translation>
    </message>
    <message>
        <source>Expected wait: %1</source>
        <translation>预计等候：%1</translation>
    </message>
    <message>
        <source>Planned wait: %1</source>
        <translation>按计划用时估算约需等候：%1</translation>
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
    <name>onedoor::WelcomePage</name>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
</context>
<context>
    <name>onedoor::WelcomeStep</name>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
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
    <message>
        <source>Danger to somebody</source>
        <translation>存在安全风险</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>保密</translation>
    </message>
    <message>
        <source>Conflict decided</source>
        <translation>冲突已处理</translation>
    </message>
    <message>
        <source>Account made</source>
        <translation>新建账号</translation>
    </message>
    <message>
        <source>Account changed</source>
        <translation>账号变更</translation>
    </message>
    <message>
        <source>Password or PIN changed</source>
        <translation>密码或 PIN 码变更</translation>
    </message>
    <message>
        <source>Sat down at the place</source>
        <translation>上岗</translation>
    </message>
    <message>
        <source>Left the place</source>
        <translation>离岗</translation>
    </message>
    <message>
        <source>Numbers granted</source>
        <translation>分配号段</translation>
    </message>
    <message>
        <source>Number taken</source>
        <translation>取用号码</translation>
    </message>
    <message>
        <source>PC let in</source>
        <translation>电脑接入</translation>
    </message>
    <message>
        <source>PC shut out</source>
        <translation>电脑停用</translation>
    </message>
    <message>
        <source>Host named</source>
        <translation>指定主机</translation>
    </message>
    <message>
        <source>Host handed over</source>
        <translation>主机移交</translation>
    </message>
    <message>
        <source>Personal data erased</source>
        <translation>个人信息已删除</translation>
    </message>
    <message>
        <source>Key destroyed on a PC</source>
        <translation>一台电脑已销毁密钥</translation>
    </message>
    <message>
        <source>Legal hold placed</source>
        <translation>设置依法保留</translation>
    </message>
    <message>
        <source>Legal hold lifted</source>
        <translation>解除依法保留</translation>
    </message>
    <message>
        <source>No longer needed for its purpose</source>
        <translation>处理目的已实现或不再必要</translation>
    </message>
    <message>
        <source>Retention period has ended</source>
        <translation>保存期限已届满</translation>
    </message>
    <message>
        <source>The person withdrew consent</source>
        <translation>个人撤回同意</translation>
    </message>
    <message>
        <source>Was kept against the law</source>
        <translation>违反法律规定处理</translation>
    </message>
    <message>
        <source>Another case provided by law</source>
        <translation>法律规定的其他情形</translation>
    </message>
    <message>
        <source>Address of the PC told</source>
        <translation>登记电脑地址</translation>
    </message>
    <message>
        <source>Hub of the centre named</source>
        <translation>登记上级平台</translation>
    </message>
    <message>
        <source>PC renamed</source>
        <translation>电脑已重命名</translation>
    </message>
    <message>
        <source>Centre founded</source>
        <translation>中心建立</translation>
    </message>
    <message>
        <source>Settings of the centre changed</source>
        <translation>修改中心设置</translation>
    </message>
    <message>
        <source>Merged into another record of the visitor</source>
        <translation>并入该来访人的另一条登记信息</translation>
    </message>
    <message>
        <source>Merge taken back</source>
        <translation>撤销合并</translation>
    </message>
    <message>
        <source>Put on hold for a time</source>
        <translation>限时挂起</translation>
    </message>
    <message>
        <source>Did not come; is offered again</source>
        <translation>过号，稍后再次安排</translation>
    </message>
    <message>
        <source>Done at once</source>
        <translation>即时办结</translation>
    </message>
    <message>
        <source>Staff called</source>
        <translation>呼叫工作人员</translation>
    </message>
    <message>
        <source>Call for staff answered</source>
        <translation>已应答呼叫</translation>
    </message>
    <message>
        <source>Call for staff settled</source>
        <translation>呼叫已处理</translation>
    </message>
    <message>
        <source>No name recorded</source>
        <translation>无姓名记录</translation>
    </message>
    <message>
        <source>Appointment booked</source>
        <translation>新增预约</translation>
    </message>
    <message>
        <source>Appointment changed</source>
        <translation>修改预约</translation>
    </message>
    <message>
        <source>Appointment cancelled</source>
        <translation>取消预约</translation>
    </message>
    <message>
        <source>Cancellation taken back</source>
        <translation>恢复预约</translation>
    </message>
    <message>
        <source>Came for the appointment</source>
        <translation>预约人已到</translation>
    </message>
    <message>
        <source>Came by appointment</source>
        <translation>按预约取号</translation>
    </message>
    <message>
        <source>Stops planned</source>
        <translation>安排后续环节</translation>
    </message>
    <message>
        <source>Sent elsewhere, to come back</source>
        <translation>转去他处后返回</translation>
    </message>
    <message>
        <source>Help on the way noted</source>
        <translation>登记协助需求</translation>
    </message>
    <message>
        <source>Helper noted</source>
        <translation>登记代办人</translation>
    </message>
    <message>
        <source>Closed with the day</source>
        <translation>日结时办结</translation>
    </message>
    <message>
        <source>Closed by rule on a later day</source>
        <translation>往日遗留，按规则办结</translation>
    </message>
    <message>
        <source>Carried over to the next day</source>
        <translation>转到次日</translation>
    </message>
    <message>
        <source>Day closed</source>
        <translation>日结</translation>
    </message>
    <message>
        <source>Closing of the day taken back</source>
        <translation>日结撤回</translation>
    </message>
    <message>
        <source>Emergency alarm raised</source>
        <translation>发出紧急报警</translation>
    </message>
    <message>
        <source>Emergency alarm answered</source>
        <translation>紧急报警已应答</translation>
    </message>
    <message>
        <source>Emergency alarm cleared</source>
        <translation>紧急报警已解除</translation>
    </message>
</context>
<context>
    <name>onedoor::WorkFrame</name>
    <message>
        <source>中文</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Hall display</source>
        <translation>大厅屏</translation>
    </message>
    <message>
        <source>&amp;New window</source>
        <translation>新建窗口(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Switch operator</source>
        <translation>切换人员(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation>关闭窗口(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Lock when left alone</source>
        <translation>无人操作时锁定(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Never</source>
        <translation>从不(&amp;N)</translation>
    </message>
    <message numerus="yes">
        <source>After &amp;%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟后(&amp;%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>High &amp;contrast</source>
        <translation>高对比度(&amp;C)</translation>
    </message>
    <message>
        <source>Store: %1</source>
        <translation>数据：%1</translation>
    </message>
    <message>
        <source>Rehearsal: invented people, nothing here is real</source>
        <translation>演练数据：人员均为虚构，不作办理依据</translation>
    </message>
    <message>
        <source>Ticket &amp;printer…</source>
        <translation>号票打印机(&amp;P)…</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>text size</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Larger &amp;text</source>
        <translation>放大文字(&amp;T)</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>缩小文字(&amp;M)</translation>
    </message>
    <message>
        <source>Switch language</source>
        <translation>切换语言</translation>
    </message>
    <message>
        <source>Other PCs of the hall</source>
        <translation>本厅其他电脑</translation>
    </message>
    <message>
        <source>&amp;Try now</source>
        <translation>立即重试(&amp;T)</translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n 项待处理</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the &amp;kiosk</source>
        <translation>打开自助取号(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Raise the alarm</source>
        <translation>报警(&amp;R)</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) that earlier days had left open were closed by rule.</source>
        <translation>
            <numerusform>往日没有办完的 %n 张号票已按规则办结。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoorctl</name>
    <message>
        <source>New password:</source>
        <translation>新密码：</translation>
    </message>
    <message>
        <source>file that describes the centre</source>
        <translation>中心配置文件</translation>
    </message>
    <message>
        <source>name of the first administrator, as colleagues read it</source>
        <translation>首位系统管理员姓名</translation>
    </message>
    <message>
        <source>for practice: lines of exec may set the time</source>
        <translation>演练用：exec 指令可指定时间</translation>
    </message>
    <message>
        <source>The store is ready. Print the recovery key, keep it in the safe and delete its file.</source>
        <translation>数据库已建立。请打印恢复密钥并存入保险柜，然后删除该文件。</translation>
    </message>
    <message>
        <source>everything was carried out</source>
        <translation>全部完成</translation>
    </message>
    <message>
        <source>the work was refused, or at least one line of exec was</source>
        <translation>操作被拒绝，或 exec 至少有一行被拒绝</translation>
    </message>
    <message>
        <source>wrong options</source>
        <translation>选项有误</translation>
    </message>
    <message>
        <source>the store can&apos;t be opened or created</source>
        <translation>数据库无法打开或建立</translation>
    </message>
    <message>
        <source>wrong password or recovery key, or not allowed</source>
        <translation>密码或恢复密钥不正确，或没有权限</translation>
    </message>
    <message>
        <source>the answers could not be written</source>
        <translation>答复无法写出</translation>
    </message>
    <message>
        <source>Usage: onedoorctl SUBCOMMAND [OPTIONS]</source>
        <translation>用法：onedoorctl 子命令 [选项]</translation>
    </message>
    <message>
        <source>Exit codes:</source>
        <translation>退出码：</translation>
    </message>
    <message>
        <source>Commands and queries for exec:</source>
        <translation>exec 可用的指令与查询：</translation>
    </message>
    <message>
        <source>every command and query as JSON</source>
        <translation>以 JSON 列出全部指令与查询</translation>
    </message>
    <message>
        <source>There is no subcommand “%1”. “onedoorctl help” lists them.</source>
        <translation>没有“%1”这一子命令，可用“onedoorctl help”查看。</translation>
    </message>
    <message>
        <source>folder of the store</source>
        <translation>数据库所在文件夹</translation>
    </message>
    <message>
        <source>login of the account that signs in</source>
        <translation>登录账号</translation>
    </message>
    <message>
        <source>file whose first line is the password; else ONEDOOR_PASSWORD, else you are asked</source>
        <translation>首行为密码的文件；未指定时取 ONEDOOR_PASSWORD，否则提示输入</translation>
    </message>
    <message>
        <source>file with the centre&apos;s recovery key, instead of a password</source>
        <translation>本中心恢复密钥文件，可代替密码</translation>
    </message>
    <message>
        <source>prints these options</source>
        <translation>显示以上选项</translation>
    </message>
    <message>
        <source>Creates a store for a centre, with its first administrator.</source>
        <translation>为中心新建数据库，并设立首位系统管理员。</translation>
    </message>
    <message>
        <source>Carries out one JSON object a line and answers one a line.</source>
        <translation>逐行执行 JSON 指令并逐行答复。</translation>
    </message>
    <message>
        <source>Lists the subcommands, or with --json every command and query.</source>
        <translation>列出子命令；加 --json 列出全部指令与查询。</translation>
    </message>
    <message>
        <source>Password of %1:</source>
        <translation>%1 的密码：</translation>
    </message>
    <message>
        <source>when a rehearsal begins: 2026-03-02T08:30:00+08:00</source>
        <translation>演练开始时间，例如 2026-03-02T08:30:00+08:00</translation>
    </message>
    <message>
        <source>day %1: on the disk up to event %2</source>
        <translation>第 %1 天：已写入磁盘至第 %2 条</translation>
    </message>
    <message>
        <source>how many days to rehearse</source>
        <translation>演练天数</translation>
    </message>
    <message>
        <source>how many visitors come on an average day</source>
        <translation>平均每日来访人数</translation>
    </message>
    <message>
        <source>the same number gives the same days</source>
        <translation>随机种子，相同种子生成相同的演练</translation>
    </message>
    <message>
        <source>first day, 2026-03-02; else the day after the newest event</source>
        <translation>首日，如 2026-03-02；默认为最新记录的次日</translation>
    </message>
    <message>
        <source>no progress lines</source>
        <translation>不显示进度</translation>
    </message>
    <message>
        <source>Fills a rehearsal store with days of invented visitors.</source>
        <translation>向演练库填充若干天的虚构来访数据。</translation>
    </message>
    <message>
        <source>new or empty folder for the backup</source>
        <translation>存放备份的新文件夹或空文件夹</translation>
    </message>
    <message>
        <source>%1 entries were saved to %2 and verified there.</source>
        <translation>已将 %1 条记录备份到 %2，并已核验。</translation>
    </message>
    <message>
        <source>folder of the backup</source>
        <translation>备份所在文件夹</translation>
    </message>
    <message>
        <source>new name for the store that stands in the folder</source>
        <translation>原有数据库文件夹改存的新名称</translation>
    </message>
    <message>
        <source>%1 entries were restored to %2.</source>
        <translation>已将 %1 条记录恢复到 %2。</translation>
    </message>
    <message>
        <source>The store that was there is now in %1.</source>
        <translation>原有数据库已移至 %1。</translation>
    </message>
    <message>
        <source>%1 entries were saved, %2 are lost.</source>
        <translation>已抢救 %1 条记录，丢失 %2 条。</translation>
    </message>
    <message>
        <source>The details of %1 people can no longer be opened.</source>
        <translation>有 %1 人的个人信息无法再打开。</translation>
    </message>
    <message>
        <source>The damaged journal is kept as %1.</source>
        <translation>损坏的日志已保留为 %1。</translation>
    </message>
    <message>
        <source>the whole report as one JSON object</source>
        <translation>以一个 JSON 对象输出完整报告</translation>
    </message>
    <message>
        <source>a page of the file is damaged</source>
        <translation>文件的某一页已损坏</translation>
    </message>
    <message>
        <source>the entry can&apos;t be read</source>
        <translation>记录无法读取</translation>
    </message>
    <message>
        <source>the entry was changed</source>
        <translation>记录被改动</translation>
    </message>
    <message>
        <source>the hash beside the entry was changed</source>
        <translation>记录旁的哈希值被改动</translation>
    </message>
    <message>
        <source>a column beside the entry was changed</source>
        <translation>记录旁的字段被改动</translation>
    </message>
    <message>
        <source>the entry is not in the journal&apos;s format</source>
        <translation>记录不符合日志格式</translation>
    </message>
    <message>
        <source>entries before this one are missing</source>
        <translation>此前的记录缺失</translation>
    </message>
    <message>
        <source>the entry does not follow the one before it</source>
        <translation>记录与前一条不衔接</translation>
    </message>
    <message>
        <source>the entry refers to one that is missing</source>
        <translation>记录引用的记录缺失</translation>
    </message>
    <message>
        <source>the entry refers to one of another record</source>
        <translation>记录引用了其他事项的记录</translation>
    </message>
    <message>
        <source>the journal does not begin as it must</source>
        <translation>日志开头不符合要求</translation>
    </message>
    <message>
        <source>personal details can&apos;t be opened with their key</source>
        <translation>个人信息无法用其密钥打开</translation>
    </message>
    <message>
        <source>the newest entries are missing</source>
        <translation>最新的记录缺失</translation>
    </message>
    <message>
        <source>the entry was replaced by another one</source>
        <translation>记录被替换</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>byte offset %1</source>
        <translation>字节偏移 %1</translation>
    </message>
    <message>
        <source>All %1 entries are as they were written.</source>
        <translation>全部 %1 条记录均与写入时一致。</translation>
    </message>
    <message>
        <source>%1 entries were checked, with %2 findings.</source>
        <translation>已检查 %1 条记录，发现 %2 处问题。</translation>
    </message>
    <message>
        <source>Proves that every entry is as it was written, and names what was changed.</source>
        <translation>核验每条记录均与写入时一致，并指出被改动之处。</translation>
    </message>
    <message>
        <source>Saves a store into a folder while it is in use, and verifies what it saved.</source>
        <translation>在使用中将数据库备份到文件夹，并核验备份内容。</translation>
    </message>
    <message>
        <source>Puts a backup into an empty folder, after verifying it.</source>
        <translation>核验备份后将其恢复到空文件夹。</translation>
    </message>
    <message>
        <source>Saves what can be proven from a damaged store, and keeps the damaged files.</source>
        <translation>从损坏的数据库中抢救可核验的内容，并保留损坏的文件。</translation>
    </message>
    <message>
        <source>The new key is written and opens nothing yet. Print it, then type it from the paper: onedoorctl recovery-key --confirm FILE.</source>
        <translation>新密钥已写入文件，目前还打不开任何数据。请打印，再照纸面输入：onedoorctl recovery-key --confirm 文件。</translation>
    </message>
    <message>
        <source>The new recovery key opens the store; the old one no longer does. Keep the paper in the safe and delete the file. Earlier backups still open with the old key: make a new backup, then destroy the old paper.</source>
        <translation>新的恢复密钥已可打开数据，旧密钥已失效。请把纸件存入保险柜，并删除该文件。此前的备份仍用旧密钥打开：请先重新备份，再销毁旧纸件。</translation>
    </message>
    <message>
        <source>new file for a new key, which opens nothing until it is confirmed</source>
        <translation>存放新密钥的新文件；确认之前它打不开任何数据</translation>
    </message>
    <message>
        <source>file with the key as it stands on the paper, or - for standard input: replaces the old key</source>
        <translation>存放照纸面输入的密钥的文件，或用 - 表示标准输入：取代旧密钥</translation>
    </message>
    <message>
        <source>the computer that holds the store was renamed, reinstalled or taken away, and no program writes to it any more: break its lock</source>
        <translation>占用数据的计算机已改名、重装或停用，且没有程序再写入：解除其占用</translation>
    </message>
    <message>
        <source>Makes a new recovery key, which replaces the old one once it is proven.</source>
        <translation>制作新的恢复密钥，验证后取代旧密钥。</translation>
    </message>
    <message>
        <source>Reads one JSON object a line from standard input and answers each with one line:
%1do: the command or query (onedoorctl help lists them), its parameters stand beside it
as: login of the account that acts; at: the time of the act. Both in a rehearsal store only
id: a text or number of yours, given back
</source>
        <translation>从标准输入逐行读取 JSON 对象，每行作一行答复：
%1do：命令或查询（用 onedoorctl help 列出），参数与其并列
as：以哪个登录名办理；at：办理时间。二者仅限演练库
id：自定的文字或数字，原样返回
</translation>
    </message>
    <message>
        <source>new file into which the centre&apos;s recovery key is written</source>
        <translation>新文件，用来写入本中心的恢复密钥</translation>
    </message>
    <message>
        <source>code that the hall host shows, in quotes</source>
        <translation>大厅主机显示的接入码，加引号</translation>
    </message>
    <message>
        <source>what colleagues call this computer</source>
        <translation>本机名称，供同事识别</translation>
    </message>
    <message>
        <source>This computer now belongs to %1. Its store is in %2.</source>
        <translation>本机已接入%1，数据保存在 %2。</translation>
    </message>
    <message>
        <source>Makes this computer one of a centre&apos;s, with the code that its hall host shows.</source>
        <translation>凭大厅主机显示的接入码，将本机接入中心。</translation>
    </message>
    <message>
        <source>new file for the checkpoint; without it, standard output</source>
        <translation>存证的新文件；不填则输出到标准输出</translation>
    </message>
    <message>
        <source>A checkpoint of %1 streams was made.</source>
        <translation>已生成存证，含 %1 条记录链。</translation>
    </message>
    <message>
        <source>A checkpoint of %1 streams was written to %2. Keep it away from this computer.</source>
        <translation>存证已写入 %2，含 %1 条记录链。请另行保管，勿存放在本机。</translation>
    </message>
    <message>
        <source>the checkpoint knows this stream; here it is missing</source>
        <translation>存证中有此记录链，本机缺失</translation>
    </message>
    <message>
        <source>the stream went on to here when the checkpoint was made; now it ends at %1</source>
        <translation>存证时记录链已写到此处，现止于 %1</translation>
    </message>
    <message>
        <source>the entry that the checkpoint saw here is missing</source>
        <translation>存证时此处的记录已缺失</translation>
    </message>
    <message>
        <source>the checkpoint saw another entry here</source>
        <translation>此处记录与存证时不同</translation>
    </message>
    <message>
        <source>put aside since the checkpoint, beyond a cut-off or a new beginning; kept unchanged, not a fault</source>
        <translation>存证后因截止或重新开始而另存，内容未变，不属异常</translation>
    </message>
    <message>
        <source>%1 (shut out of the centre)</source>
        <translation>%1（已移出中心）</translation>
    </message>
    <message>
        <source>All that the checkpoint of %2 saw at %1 is here: %3 streams.</source>
        <translation>%2 于 %1 存证的 %3 条记录链均在，内容未变。</translation>
    </message>
    <message>
        <source>The journal is not what the checkpoint of %2 saw at %1: see the lines above, of %3 streams.</source>
        <translation>记录与 %2 于 %1 的存证不符，共核对 %3 条记录链，详见上列各行。</translation>
    </message>
    <message>
        <source>file that onedoorctl checkpoint wrote: all that it saw must be here</source>
        <translation>onedoorctl checkpoint 生成的存证文件：核对其中所有记录均在</translation>
    </message>
    <message>
        <source>Writes down where every stream stands, signed, for verify --checkpoint.</source>
        <translation>记下各条记录链的当前位置并签名，供 verify --checkpoint 核对。</translation>
    </message>
</context>
</TS>
