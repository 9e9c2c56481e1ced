'use strict';
// Every value of the lake goes through text nodes, attributes that cannot run, and the address after encodeURIComponent; never through HTML.
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const $ = id => document.getElementById(id);
  const CHUNK = 60;       // rows that are made at a time; the next follow when the reader comes near
  const OPEN_UP_TO = 60;  // pages with no more rows than this start open

  const WHY = {
    Grant: ['grant', 'Granted on the resource itself.'],
    AllTablesGrant: ['all tables', 'Granted on all tables of the database.'],
    ColumnGrant: ['columns', 'Granted on some columns.'],
    FilterGrant: ['data filter', 'Granted on a data filter: some rows, some columns.'],
    TagGrant: ['LF-Tag', 'Granted with LF-Tags that the resource has.'],
    ParentLocationGrant: ['parent location', 'Granted on a parent location.'],
    CatalogGrant: ['catalog', 'SUPER_USER is granted on a catalog that contains the resource.'],
    GrantInside: ['table inside', 'A grant on a table makes its database visible.'],
    TableCreator: ['table creator', 'The creator of a table can see its database.'],
    Creator: ['creator', 'The creator of a resource has all permissions on it.'],
    Administrator: ['administrator', 'A data lake administrator can describe all Data Catalog resources and grant any permission. This does not include SELECT.'],
    ReadOnlyAdministrator: ['read-only admin', 'A read-only administrator can describe all Data Catalog resources.'],
    IamAllowed: ['IAM decides', 'Granted to IAM_ALLOWED_PRINCIPALS. Access is controlled by IAM policies only.'],
    ConditionUnmet: ['condition not met', 'Granted under a condition that the tags of this principal do not meet. It gives nothing.'],
    ConditionUndecided: ['condition', 'Granted under a condition on tags that are not known here. It gives nothing here.'],
    OptedIn: ['opted in', 'Permissions of IAM_ALLOWED_PRINCIPALS do not apply to this principal.'],
  };
  const MARKS = [
    [1, 'iam', 'left to IAM', 'IAM_ALLOWED_PRINCIPALS has permissions on the resource.'],
    [4, 'all', 'with ALL', 'Granted ALL, which the console calls Super.'],
    [2, 'grantable', 'with grant option', 'Granted with the grant option.'],
    [8, 'outside', 'outside the account', 'Other accounts and organizations.'],
    [16, 'unguarded', 'not managed', 'Tables whose location is not registered: access to the files is controlled by IAM policies only.'],
    ...data.since ? [[32, 'gained', 'gained', 'More may be done than on ' + data.since[0] + '.'], [64, 'lost', 'lost', 'Less may be done than on ' + data.since[0] + '.']] : [],
  ];
  const KINDS = { IamAllowedPrincipals: 'all IAM principals in the account', AllIamPrincipals: 'every user and role of the account', Account: 'account', Organization: 'organization',
    Role: 'role', User: 'user', Saml: 'SAML', QuickSight: 'QuickSight', IdentityCenter: 'Identity Center' };
  const THINGS = { Catalog: 'catalog', NestedCatalog: 'catalog', Database: 'database', Table: 'table', AllTables: 'all tables, including future ones', DataLocation: 'data location', TagExpression: 'resources with these LF-Tags', Tag: 'LF-Tag', NamedTagExpression: 'saved expression' };
  const READ = new Set(['SELECT', 'DESCRIBE']);
  const ADMIN = new Set(['ALTER', 'DROP', 'CREATE_DATABASE', 'CREATE_CATALOG', 'CREATE_LF_TAG', 'CREATE_LF_TAG_EXPRESSION', 'SUPER_USER']);

  const principals = data.principals.map(([id, kind, group], at) => {
    const short = /^arn:[^:]+:iam::(\d+):(.+)$/.exec(id);
    const name = short && short[1] === data.account ? short[2] : id;
    const label = name.startsWith(KINDS[kind] + '/') ? '' : KINDS[kind] || '';
    return { at, id, kind, group, name, label, note: [label, name === id ? '' : id].filter(Boolean).join(' · '), text: (id + ' ' + (KINDS[kind] || '')).toLowerCase() };
  });
  // People count: team2 comes before team10.
  const collator = new Intl.Collator('en', { numeric: true });
  [...principals].sort((one, other) => collator.compare(one.id, other.id)).forEach((principal, rank) => { principal.rank = rank; });
  const things = data.things.map(([kind, name, database, tags, columns, columnTags, description, unguarded, target, gone], at) => {
    const every = new Set(tags);
    for (const column in columnTags) for (const tag of columnTags[column]) every.add(tag);
    return { at, kind, name, key: kind === 'Database' ? name + '/' : name, database, tags, columns, columnTags, every, description, unguarded, target, gone, rank: at,
      text: [THINGS[kind], name, description ?? '', target ?? '', ...columns, ...[...every].map(tag => data.tags[tag])].join(' ').toLowerCase() };
  });
  const color = name => READ.has(name) ? 'read' : ADMIN.has(name) ? 'admin' : 'write';
  const weight = { read: 0, write: 1, admin: 2 };
  const bits = data.permissions.map((name, bit) => ({ name, bit: 1 << bit })).sort((one, other) => weight[color(one.name)] - weight[color(other.name)]);
  const names = mask => bits.filter(one => mask & one.bit).map(one => one.name);
  let serial = 0;
  const entries = data.entries.map(([p, t, may, grantable, marks, reasons, columns, rows, listed, change]) => ({ at: serial++, p: principals[p], t: things[t], may, grantable, marks, reasons, columns, rows, listed,
    change: change && { gained: change[0], lost: change[1], grantableGained: change[2], grantableLost: change[3], columnsGained: change[4], columnsLost: change[5], rows: change[6] },
    why: new Set(reasons.map(reason => data.reasons[reason][0])), words: names(may | (change ? change[1] : 0)).join(' ').toLowerCase() }));
  const uses = new Map((data.uses ?? []).map(([p, t, time]) => [p * things.length + t, time]));
  const lastUse = entry => uses.get(entry.p.at * things.length + entry.t.at);
  const isUsed = entry => data.trail && entry.t.kind === 'Table' && !entry.t.gone && !entry.t.unguarded && (entry.p.kind === 'Role' || entry.p.kind === 'User');
  const own = new Map(entries.map(entry => [entry.p.at * things.length + entry.t.at, entry]));

  // What reaches a principal: its own entry on a thing, else its group's. The page gets a group's rights once.
  const reaching = new Map();
  function entriesOf(principal) {
    if (reaching.has(principal.at)) return reaching.get(principal.at);
    const found = [];
    for (const thing of things) {
      let at = principal.at, entry;
      while (at >= 0 && !(entry = own.get(at * things.length + thing.at))) at = principals[at].group;
      if (entry) found.push(entry.p === principal ? entry : { ...entry, p: principal, marks: 0, change: null, through: entry.p });
    }
    reaching.set(principal.at, found);
    return found;
  }

  // ---- what is asked for, and the address that keeps it
  const blank = () => ({ by: 'principal', q: '', principal: '', permission: '', tag: '', why: '', mark: '', open: new Set() });
  let view = blank();

  function readHash() {
    const asked = new URLSearchParams(location.hash.slice(1));
    const next = blank();
    for (const name of ['by', 'q', 'principal', 'permission', 'tag', 'why', 'mark']) if (asked.has(name)) next[name] = asked.get(name);
    next.open = new Set(asked.getAll('open'));
    next.deep = next.open.size > 0;
    return next;
  }
  function hashOf(state) {
    const parts = new URLSearchParams();
    for (const name of ['by', 'q', 'principal', 'permission', 'tag', 'why', 'mark']) if (state[name] && state[name] !== blank()[name]) parts.set(name, state[name]);
    if (!state.auto) for (const key of state.open) parts.append('open', key);
    return '#' + parts.toString();
  }
  function remember() {
    const hash = hashOf(view);
    if (hash !== (location.hash || '#')) history.replaceState(null, '', hash);
  }

  const keyOf = subject => view.by === 'thing' ? subject.key : subject.id;
  const rowKey = entry => (view.by === 'thing' ? entry.t.key + '|' + entry.p.id : entry.p.id + '|' + entry.t.key);

  function fitting() {
    const words = view.q.toLowerCase().split(/\s+/).filter(Boolean);
    const permission = bits.find(one => one.name === view.permission)?.bit ?? 0;
    const tag = data.tags.indexOf(view.tag);
    const mark = MARKS.find(one => one[1] === view.mark)?.[0] ?? 0;
    const chosen = view.principal && principals.find(one => one.id === view.principal);
    const from = !view.principal ? entries : chosen ? entriesOf(chosen) : [];
    return from.filter(entry => (!permission || entry.may & permission) && (!mark || entry.marks & mark)
      && (!view.tag || entry.t.every.has(tag)) && (!view.why || entry.why.has(view.why))
      && words.every(word => entry.p.text.includes(word) || entry.t.text.includes(word) || entry.words.includes(word)));
  }

  const shortened = arn => arn.replace(new RegExp('^arn:[^:]+:(iam|sts)::' + data.account + ':'), '');

  // ---- making elements
  function el(tag, className, ...content) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    for (const item of content) if (item !== null && item !== undefined && item !== '') element.append(item);
    return element;
  }
  const chip = (className, text, title) => { const made = el('span', 'chip ' + className, text); if (title) made.title = title; return made; };
  const many = (count, one, more) => count.toLocaleString('en') + ' ' + (count === 1 ? one : more || one + 's');

  function permissionChips(entry) {
    const box = el('span', 'chips');
    for (const name of names(entry.may)) {
      const made = chip(color(name), name);
      if (name === 'SELECT' && (entry.columns || entry.rows.length)) { made.classList.add('cut'); made.title = 'Some columns or some rows'; }
      if (entry.grantable & bits.find(one => one.name === name).bit) { const can = el('span', 'can', '+'); can.title = 'with grant option'; made.append(can); }
      box.append(made);
    }
    if (!entry.may) box.append(chip('', 'nothing'));
    for (const [kind, text] of changes(entry)) box.append(chip(kind, text));
    return box;
  }
  // What changed since the earlier report, as [gained or lost, text].
  function changes(entry) {
    const change = entry.change;
    if (!change) return [];
    const list = (kind, mask, what) => names(mask).map(name => [kind, (kind === 'gained' ? 'gained ' : 'lost ') + name + what]);
    return [...list('gained', change.gained, ''), ...list('lost', change.lost, ''),
      ...list('gained', change.grantableGained, ' to pass on'), ...list('lost', change.grantableLost, ' to pass on'),
      ...change.columnsGained.map(column => ['gained', 'gained column ' + column]), ...change.columnsLost.map(column => ['lost', 'lost column ' + column]),
      ...change.rows ? [['lost', 'other rows; before ' + (change.rows.length ? 'those where ' + change.rows.map(row => data.rows[row]).join(' or ') : 'all')]] : []];
  }
  function whyChips(entry) {
    const box = el('span', 'chips');
    for (const kind of entry.why) box.append(chip('why', WHY[kind]?.[0] ?? kind));
    if (entry.through) box.append(chip('why', 'through a group'));
    if (isUsed(entry)) box.append(chip('why', lastUse(entry) ? 'used ' + lastUse(entry).slice(0, 10) : 'no use seen', 'In the last ' + data.trail[1] + ' days, as ' + data.trail[0] + ' says'));
    return box;
  }

  function item(className, level, key, head) {
    const made = el('div', className);
    made.setAttribute('role', 'treeitem');
    made.setAttribute('aria-level', level);
    made.setAttribute('aria-expanded', 'false');
    head.id = 'i' + serial++;
    made.setAttribute('aria-labelledby', head.id);
    made.tabIndex = -1;
    made.append(head);
    made.key = key;
    return made;
  }

  // Rows are made as the reader comes near them, so that ten thousand cost no more than a hundred.
  const watcher = new IntersectionObserver(seen => { for (const one of seen) if (one.isIntersecting) one.target.fill(); }, { rootMargin: '900px' });
  function inChunks(box, list, make) {
    let at = 0;
    const more = el('div', 'more');
    more.fill = all => {
      const end = all ? list.length : Math.min(at + CHUNK, list.length);
      const batch = document.createDocumentFragment();
      const made = [];
      for (; at < end; at++) {
        const one = make(list[at]);
        one.setAttribute('aria-setsize', list.length);
        one.setAttribute('aria-posinset', at + 1);
        made.push(one);
        batch.append(one);
      }
      box.insertBefore(batch, more);
      if (at >= list.length) { watcher.unobserve(more); more.remove(); }
      else { watcher.unobserve(more); watcher.observe(more); }
      for (const one of made) if (view.open.has(one.key)) expand(one, true, true);
    };
    box.append(more);
    more.fill();
  }

  function makeGroup({ subject, list }) {
    const byThing = view.by === 'thing';
    const note = el('small', '', byThing ? THINGS[subject.kind] ?? subject.kind : subject.note);
    if (byThing) note.append(...about(subject));
    if (byThing && subject.every.size) note.append(' ', tagChips([...subject.every]));
    const name = el('span', 'name', subject.name, note);
    const sum = byThing ? many(list.length, 'principal') : summary(list);
    const head = el('div', 'head', name, el('span', 'sum', sum));
    const made = item('group', 1, keyOf(subject), head);
    made.unfold = () => {
      const box = el('div', 'rows');
      box.setAttribute('role', 'group');
      made.append(box);
      inChunks(box, list, makeRow);
      return box;
    };
    return made;
  }
  function about(thing) {
    return [thing.target ? ' links to ' + thing.target : '', thing.description ? ' · ' + thing.description : '', thing.unguarded ? chip('admin', 'not managed', 'Its location is not registered.') : '', thing.gone ? chip('admin', 'no longer there') : '']
      .filter(Boolean);
  }
  function summary(list) {
    const count = kind => list.filter(entry => entry.t.kind === kind).length;
    const rest = list.length - count('Database') - count('Table');
    return [count('Database') && many(count('Database'), 'database'), count('Table') && many(count('Table'), 'table'), rest && rest.toLocaleString('en') + ' more'].filter(Boolean).join(', ');
  }
  function tagChips(tags) {
    const box = el('span', 'chips');
    for (const tag of tags) box.append(chip('tag', data.tags[tag]));
    return box;
  }

  function makeRow(entry) {
    const byThing = view.by === 'thing';
    const name = byThing
      ? el('span', 'name', entry.p.name, entry.p.label && el('small', '', entry.p.label))
      : el('span', 'name', entry.t.name, el('small', '', entry.t.kind === 'Table' ? '' : THINGS[entry.t.kind] ?? entry.t.kind, ...about(entry.t)));
    const made = item('row', 2, rowKey(entry), el('div', 'head', name, permissionChips(entry), whyChips(entry)));
    made.unfold = () => {
      const box = detail(entry, made.key);
      made.append(box);
      return box;
    };
    return made;
  }

  function detail(entry, key) {
    const box = el('div', 'detail');
    box.setAttribute('role', 'group');
    const reasons = el('ol', '');
    for (const reason of entry.reasons) {
      const [kind, may, text] = data.reasons[reason];
      const gives = names(may & entry.may).join(', ');
      reasons.append(el('li', '', chip('why', WHY[kind]?.[0] ?? kind, WHY[kind]?.[1]), el('span', '', text, kind !== 'IamAllowed' && gives && !text.startsWith(gives) ? el('small', '', ' Gives ' + gives + '.') : '')));
    }
    const titled = (title, ...content) => box.append(el('div', '', el('h3', '', title), ...content));
    if (entry.reasons.length) titled('Why', reasons);
    if (entry.listed.length) titled('Last changed', ...entry.listed.map(at => {
      const [text, time, by] = data.listed[at];
      return el('div', '', text, el('small', '', [time, by && 'by ' + shortened(by)].filter(Boolean).map(part => ' ' + part).join('')));
    }));
    if (isUsed(entry)) titled('Last use', lastUse(entry) ?? 'None in the last ' + data.trail[1] + ' days, as far as ' + data.trail[0] + ' says.');
    if (entry.change) titled('Since ' + data.since[0], ...changes(entry).map(([kind, text]) => el('div', '', chip(kind, text))));
    if (entry.through) box.append(el('div', '', entry.p.name + ' has no grant of its own here. This reaches it as a member of ' + entry.through.name + '.'));
    if (entry.grantable) titled('May be passed on', el('span', '', names(entry.grantable).join(', ')));
    if (entry.t.tags.length) titled('LF-Tags', tagChips(entry.t.tags));
    if (entry.t.columns.length) {
      const selects = entry.words.split(' ').includes('select');
      const open = new Set(entry.columns ?? entry.t.columns.map((_, at) => at));
      const columns = el('div', 'columns');
      entry.t.columns.forEach((column, at) => {
        const made = el('span', 'column mono' + (selects && !open.has(at) ? ' shut' : ''), column);
        if (selects && !open.has(at)) made.title = 'May not be selected';
        for (const tag of entry.t.columnTags[at] ?? []) if (!entry.t.tags.includes(tag)) made.append(el('small', '', data.tags[tag]));
        columns.append(made);
      });
      titled(!selects ? 'Columns' : open.size === entry.t.columns.length ? 'Columns: all may be selected' : 'Columns: ' + open.size + ' of ' + entry.t.columns.length + ' may be selected', columns);
    }
    if (entry.rows.length) titled('Rows that may be selected: those where ' + (entry.rows.length > 1 ? 'one of these holds' : 'this holds'), ...entry.rows.map(row => el('pre', 'mono', data.rows[row])));
    const link = el('a', 'link', 'Link to this');
    link.href = hashOf({ ...view, open: new Set([groupOf(entry), key]), auto: false });
    box.append(link);
    return box;
  }
  const groupOf = entry => view.by === 'thing' ? entry.t.key : entry.p.id;

  function expand(node, open, quiet) {
    if ((node.getAttribute('aria-expanded') === 'true') === open) return;
    node.setAttribute('aria-expanded', open);
    if (open) { view.open.add(node.key); node.inside = node.unfold(); }
    else { view.open.delete(node.key); node.inside.remove(); }
    if (quiet) return;
    view.auto = false;
    remember();
  }

  // ---- the page
  let groups = [];
  function render() {
    const found = fitting();
    const by = new Map();
    for (const entry of found) {
      const subject = view.by === 'thing' ? entry.t : entry.p;
      if (!by.has(subject)) by.set(subject, []);
      by.get(subject).push(entry);
    }
    groups = [...by].map(([subject, list]) => ({ subject, list })).sort((one, other) => one.subject.rank - other.subject.rank);
    if (view.by === 'thing') for (const group of groups) group.list.sort((one, other) => one.p.rank - other.p.rank);
    const tree = $('tree');
    watcher.disconnect();
    tree.replaceChildren();
    if (!view.deep) {
      // What opens by itself is no part of the address.
      view.auto = found.length <= OPEN_UP_TO || groups.length === 1;
      if (view.auto) view.open = new Set(groups.map(({ subject }) => keyOf(subject)));
    }
    if (groups.length) inChunks(tree, groups, makeGroup);
    $('nothing').hidden = groups.length > 0;
    $('count').textContent = many(found.length, 'permission') + ' of ' + many(new Set(found.map(entry => entry.p)).size, 'principal') + ' on ' + many(new Set(found.map(entry => entry.t)).size, 'resource');
    const first = tree.querySelector('[role=treeitem]');
    if (first) first.tabIndex = 0;
    tellAll();
  }
  function tellAll() { $('all').textContent = view.open.size ? 'Collapse all' : 'Expand all'; $('all').hidden = !groups.length; }

  function change(what, keepOpen) {
    Object.assign(view, what);
    if (!keepOpen) { view.open = new Set(); view.deep = false; }
    controls();
    render();
    remember();
  }
  function controls() {
    if ($('q').value !== view.q) $('q').value = view.q;
    for (const name of ['principal', 'permission', 'tag', 'why']) { $(name).value = view[name]; $(name).classList.toggle('on', !!view[name]); }
    $('by-principal').setAttribute('aria-pressed', view.by !== 'thing');
    $('by-thing').setAttribute('aria-pressed', view.by === 'thing');
    for (const button of $('findings').children) button.setAttribute('aria-pressed', button.dataset.mark === view.mark);
    $('clear').hidden = !(view.q || view.principal || view.permission || view.tag || view.why || view.mark);
  }

  // ---- once
  $('title').textContent = document.title = data.title;
  const fact = (label, value) => el('span', '', label ? label + ' ' : '', el('b', '', value));
  const databases = things.filter(thing => thing.kind === 'Database' && !thing.gone).length, tables = things.filter(thing => thing.kind === 'Table' && !thing.gone).length;
  $('facts').append(...[data.scope && fact('About', data.scope.replace(/arn:[^:]+:iam::\d+:/g, '')), data.lake !== data.account && fact('Lake', data.lake), fact('Account', data.account), fact('', data.region),
    fact('', data.time)].filter(Boolean));
  $('sizes').append(fact('', many(principals.length, 'principal')), fact('', many(databases, 'database')), fact('', many(tables, 'table')), data.grants === null ? '' : fact('', many(data.grants, 'grant')),
    el('span', '', 'as ', el('b', '', data.readBy.replace(/^arn:[^:]+:iam::\d+:/, '')), ' sees them'));
  if (data.trail) $('sizes').append(fact('last use of ' + data.trail[1] + ' days from', data.trail[0]));
  if (data.since) $('sizes').append(fact('compared with', data.since[1] + ', ' + data.since[0]));
  for (const note of data.notes) $('notes').append(el('p', 'note', note));
  for (const [bit, key, title, text] of MARKS) {
    const count = key === 'unguarded' ? things.filter(thing => thing.unguarded).length : entries.filter(entry => entry.marks & bit).length;
    const button = el('button', 'finding', el('b', '', count.toLocaleString('en')), el('span', '', title), el('small', '', text));
    button.type = 'button';
    button.dataset.mark = key;
    button.disabled = !count;
    button.addEventListener('click', () => change({ mark: view.mark === key ? '' : key }));
    $('findings').append(button);
  }
  const option = (select, value, text) => { const made = el('option', '', text ?? value); made.value = value; select.append(made); };
  for (const principal of [...principals].sort((one, other) => one.rank - other.rank)) option($('principal'), principal.id, principal.name);
  const used = entries.reduce((mask, entry) => mask | entry.may, 0), kinds = new Set(entries.flatMap(entry => [...entry.why]));
  for (const name of names(used)) option($('permission'), name);
  for (const tag of [...data.tags].sort()) option($('tag'), tag);
  for (const kind in WHY) if (kinds.has(kind)) option($('why'), kind, WHY[kind][0]);
  $('tag').hidden = !data.tags.length;
  for (const kind in WHY) if (kinds.has(kind)) $('legend').append(el('div', '', el('dt', '', chip('why', WHY[kind][0])), el('dd', '', WHY[kind][1])));
  const explained = [['read', 'SELECT', 'Reads. “partly” means some columns or some rows.'], ['write', 'INSERT', 'Writes, or creates resources.'], ['admin', 'DROP', 'Changes or removes the resource itself.']];
  for (const [kind, word, text] of explained) $('legend').append(el('div', '', el('dt', '', chip(kind, word)), el('dd', '', text)));
  $('legend').append(el('div', '', el('dt', '', el('span', 'chip', 'x', el('span', 'can', '+'))), el('dd', '', 'May be passed on to others.')));

  // What is shown, as a file for a spreadsheet. A cell that a spreadsheet would take for a formula begins with an apostrophe.
  const cell = value => '"' + String(value).replace(/^[=+\-@\t\r]/, "'$&").replace(/"/g, '""') + '"';
  const latest = entry => entry.listed.map(at => data.listed[at]).reduce((one, other) => !one || (other[1] ?? '') > (one[1] ?? '') ? other : one, null);
  function csv() {
    const lines = fitting().map(entry => [entry.p.id, THINGS[entry.t.kind] ?? 'table', entry.t.name, names(entry.may).join(' '), names(entry.grantable).join(' '),
      entry.columns ? entry.columns.map(at => entry.t.columns[at]).join(' ') : '', entry.rows.map(row => data.rows[row]).join(' or '), entry.reasons.map(reason => data.reasons[reason][2]).join(' '),
      [...entry.t.every].map(tag => data.tags[tag]).join('; '), entry.t.unguarded ? 'not managed' : '', entry.t.description ?? '',
      ...data.trail ? [isUsed(entry) ? lastUse(entry) ?? '' : ''] : [], latest(entry)?.[1] ?? '', latest(entry)?.[2] ?? '', ...data.since ? [changes(entry).map(([, text]) => text).join('; ')] : []]);
    const titles = ['Principal', 'ResourceKind', 'Resource', 'Permission', 'GrantablePermission', 'ColumnName', 'RowFilter', 'Reason', 'Tag', 'Guard', 'Description', ...data.trail ? ['LastUsed'] : [], 'LastUpdated', 'LastUpdatedBy', ...data.since ? ['Change'] : []];
    return [titles, ...lines].map(line => line.map(cell).join(',')).join('\r\n') + '\r\n';
  }
  $('csv').addEventListener('click', () => {
    const link = el('a');
    link.href = URL.createObjectURL(new Blob(['\ufeff' + csv()], { type: 'text/csv' }));
    link.download = document.title.replace(/[^\w.-]+/g, '-') + '.csv';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });

  let typing = 0;
  $('q').addEventListener('input', () => { cancelAnimationFrame(typing); typing = requestAnimationFrame(() => change({ q: $('q').value })); });
  for (const name of ['principal', 'permission', 'tag', 'why']) $(name).addEventListener('change', () => change({ [name]: $(name).value }));
  $('bar').addEventListener('submit', event => event.preventDefault());
  $('by-principal').addEventListener('click', () => change({ by: 'principal' }));
  $('by-thing').addEventListener('click', () => change({ by: 'thing' }));
  const clear = () => change({ ...blank(), by: view.by });
  $('clear').addEventListener('click', clear);
  $('clear-too').addEventListener('click', clear);
  $('all').addEventListener('click', () => {
    const open = !view.open.size;
    view.deep = true;
    view.open = new Set(open ? groups.map(({ subject }) => keyOf(subject)) : []);
    view.auto = false;
    render();
    remember();
  });

  const tree = $('tree');
  const nodeOf = element => element?.closest?.('[role=treeitem]');
  function focus(node) {
    if (!node) return;
    for (const old of tree.querySelectorAll('[role=treeitem][tabindex="0"]')) old.tabIndex = -1;
    node.tabIndex = 0;
    node.focus({ preventScroll: true });
    node.querySelector(':scope > .head').scrollIntoView({ block: 'nearest' });
  }
  tree.addEventListener('click', event => {
    const head = event.target.closest('.head');
    if (!head || String(getSelection())) return;
    const node = nodeOf(head);
    expand(node, node.getAttribute('aria-expanded') !== 'true');
    focus(node);
    tellAll();
  });
  tree.addEventListener('keydown', event => {
    if (event.target.tagName === 'A' || event.ctrlKey || event.metaKey || event.altKey) return;
    const node = nodeOf(event.target);
    if (!node) return;
    const isOpen = node.getAttribute('aria-expanded') === 'true', parent = nodeOf(node.parentElement);
    const heads = () => [...tree.querySelectorAll('[role=treeitem]')];
    const step = by => {
      let list = heads(), at = list.indexOf(node) + by;
      const more = by < 0 ? null : node.nextElementSibling?.fill ? node.nextElementSibling : list[at] ? null : tree.querySelector('.more');
      if (more) { more.fill(); list = heads(); at = list.indexOf(node) + by; }
      return list[at];
    };
    switch (event.key) {
      case 'ArrowDown': focus(step(1)); break;
      case 'ArrowUp': focus(step(-1)); break;
      case 'Home': focus(heads()[0]); break;
      case 'End': for (const more of tree.querySelectorAll('.more')) more.fill(true); focus(heads().at(-1)); break;
      case 'ArrowRight': if (!isOpen) expand(node, true); else focus(node.inside.querySelector('[role=treeitem]')); break;
      case 'ArrowLeft': if (isOpen) expand(node, false); else focus(parent); break;
      case 'Enter': case ' ': expand(node, !isOpen); break;
      case 'Escape': if (isOpen) expand(node, false); else if (parent) { expand(parent, false); focus(parent); } break;
      default: return;
    }
    event.preventDefault();
    event.stopPropagation();
    tellAll();
  });
  document.addEventListener('keydown', event => {
    const inField = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === '/' && !inField && !event.ctrlKey && !event.metaKey) { event.preventDefault(); $('q').focus(); $('q').select(); }
    else if (event.key === 'Escape' && event.target === $('q') && view.q) { event.preventDefault(); change({ q: '' }); }
    else if (event.key === 'Escape' && !inField && !$('clear').hidden) clear();
    else if ((event.key === 'ArrowDown' || event.key === 'Enter') && event.target === $('q')) { event.preventDefault(); focus(tree.querySelector('[role=treeitem]')); }
  });
  addEventListener('hashchange', () => { view = readHash(); controls(); render(); reveal(); });

  // Whoever follows a link to a row sees that row.
  function reveal() {
    const key = [...view.open].findLast(one => one.includes('|'));
    if (!view.deep || !key) return;
    const find = () => [...tree.querySelectorAll('.row')].find(row => row.key === key);
    let row = find();
    for (let more; !row && (more = tree.querySelector('.more')); row = find()) more.fill();
    focus(row);
  }

  // On paper there is nothing to open: everything that fits is there, with its reasons.
  let before = null;
  addEventListener('beforeprint', () => {
    if (before) return;
    before = { open: new Set(view.open), deep: view.deep, auto: view.auto };
    view.deep = true;
    view.open = new Set(groups.flatMap(({ subject, list }) => [keyOf(subject), ...list.map(rowKey)]));
    render();
    for (let more; (more = tree.querySelector('.more'));) more.fill(true);
  });
  addEventListener('afterprint', () => { if (!before) return; Object.assign(view, before); before = null; render(); });

  view = readHash();
  controls();
  render();
  reveal();
})();
