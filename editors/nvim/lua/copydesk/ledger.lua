--- The ledger of a story in a window of its own: what is claimed, by whom, and the way to each claim.
--- What stands in it is the server's (`copydesk.ledger`); this file lays it out.
local M = {}

local copydesk = require('copydesk')
local SPACE = vim.api.nvim_create_namespace('copydesk.ledger')
local MAX_HEIGHT = 15
local CLAIM_WIDTH = 60

local HIGHLIGHTS = { attributed = 'DiagnosticOk', carried = 'DiagnosticHint', hearsay = 'DiagnosticWarn', unattributed = 'DiagnosticWarn' }

--- `text` on one line, cut or filled to `width`.
local function fit(text, width)
  text = text:gsub('%s+', ' ')
  if vim.fn.strdisplaywidth(text) > width then
    while vim.fn.strdisplaywidth(text) > width - 1 do text = vim.fn.strcharpart(text, 0, vim.fn.strchars(text) - 1) end
    text = text .. '…'
  end
  return text .. (' '):rep(width - vim.fn.strdisplaywidth(text))
end

local function row_of(claim, standing, detail)
  local line = ('%5d  %s  %s  %s'):format(claim.spans[1].line, fit(standing, 12), fit(claim.text, CLAIM_WIDTH), detail)
  return { text = (line:gsub('%s+$', '')), target = claim.spans[1], highlight = HIGHLIGHTS[standing] or 'DiagnosticError' }
end

local function given(value) return value ~= nil and value ~= vim.NIL end

--- One row for each claim, with who says so.
local function rows_of_claims(story)
  local names = {}
  for _, source in ipairs(story.sources) do names[source.id] = source.name end
  return vim.tbl_map(function(claim)
    local source = given(claim.attribution.source) and names[claim.attribution.source] or ''
    return row_of(claim, claim.attribution.standing, claim.checked and vim.trim(source .. ' [CQ]') or source)
  end, story.claims)
end

--- One row for each tie between figures that does not hold.
local function rows_of_misfits(story)
  local claims = {}
  for _, claim in ipairs(story.claims) do claims[claim.id] = claim end
  local rows = {}
  for _, relation in ipairs(story.relations) do
    if not relation.holds then
      local parts = vim.tbl_map(function(id) return claims[id].text end, relation.operands)
      table.insert(rows, row_of(claims[relation.stated], 'does not fit', relation.kind .. ': ' .. table.concat(parts, ', ')))
    end
  end
  return rows
end

local function rows_of(story, name, tally)
  local title = ('%s: %d claims, %s'):format(name, #story.claims, tally)
  local rows = { { text = title, highlight = 'Title' }, { text = '' } }
  vim.list_extend(rows, rows_of_misfits(story))
  return vim.list_extend(rows, rows_of_claims(story))
end

local function show(window, rows)
  vim.bo[window.buf].modifiable = true
  vim.api.nvim_buf_set_lines(window.buf, 0, -1, false, vim.tbl_map(function(row) return row.text end, rows))
  vim.bo[window.buf].modifiable = false
  vim.api.nvim_buf_clear_namespace(window.buf, SPACE, 0, -1)
  for number, row in ipairs(rows) do
    if row.highlight then
      local from = row.target and 7 or 0
      local to = row.target and from + 12 or #row.text
      vim.api.nvim_buf_set_extmark(window.buf, SPACE, number - 1, from, { end_col = math.min(to, #row.text), hl_group = row.highlight })
    end
  end
  window.rows = rows
end

--- Asks the server for the ledger and shows it.
local function read(window, after)
  local client = copydesk.client_or_say(window.story)
  if not client then return end
  local uri = vim.uri_from_bufnr(window.story)
  local function ask(command, argument, hear)
    local params = { command = command, arguments = { argument } }
    copydesk.request(client, 'workspace/executeCommand', params, function(err, answer)
      if err then return copydesk.say(err.message, vim.log.levels.ERROR) end
      if vim.api.nvim_buf_is_valid(window.buf) then hear(answer) end
    end, window.story)
  end
  ask('copydesk.claims', { uri = uri }, function(listing)
    ask('copydesk.ledger', { uri = uri, format = 'json' }, function(ledger)
      local name = vim.fs.basename(vim.api.nvim_buf_get_name(window.story))
      -- No listing for a buffer that the server does not read as a draft; the ledger then says so.
      show(window, rows_of(ledger.documents[1], name, given(listing) and listing.tally or ''))
      if after then after() end
    end)
  end)
end

--- Goes to the claim under the cursor, in a window that shows the story.
local function jump(window)
  local row = window.rows and window.rows[vim.api.nvim_win_get_cursor(0)[1]]
  if not row or not row.target then return end
  local shown = vim.fn.bufwinid(window.story)
  if shown == -1 then
    vim.cmd('aboveleft sbuffer ' .. window.story)
  else
    vim.api.nvim_set_current_win(shown)
  end
  vim.cmd("normal! m'")
  local text = vim.api.nvim_buf_get_lines(window.story, row.target.line - 1, row.target.line, false)[1] or ''
  -- The server counts characters, and a combining accent is one.
  local column = vim.fn.byteidxcomp(text, row.target.column - 1)
  pcall(vim.api.nvim_win_set_cursor, 0, { row.target.line, math.max(column, 0) })
  vim.cmd('normal! zv')
end

--- A buffer that ends with its window, with the keys that the help names.
local function make_buffer(window)
  window.buf = vim.api.nvim_create_buf(false, true)
  vim.bo[window.buf].bufhidden = 'wipe'
  vim.bo[window.buf].filetype = 'copydesk-ledger'
  local function map(key, does, what) vim.keymap.set('n', key, does, { buffer = window.buf, nowait = true, desc = what }) end
  map('<CR>', function() jump(window) end, 'go to the claim')
  map('r', function() read(window) end, 'read again')
  map('q', '<Cmd>close<CR>', 'close the ledger')
end

local function open_window(window)
  vim.cmd('botright split')
  vim.api.nvim_win_set_buf(0, window.buf)
  local options = { number = false, relativenumber = false, wrap = false, cursorline = true, spell = false, list = false, winfixheight = true }
  for option, value in pairs(options) do vim.api.nvim_set_option_value(option, value, { scope = 'local' }) end
  vim.api.nvim_win_set_height(0, math.min(MAX_HEIGHT, math.max(#window.rows, 3)))
  if #window.rows > 2 then vim.api.nvim_win_set_cursor(0, { 3, 0 }) end
end

--- Reads the ledger again whenever the story has been checked again.
local function follow(window)
  local id
  id = vim.api.nvim_create_autocmd('DiagnosticChanged', {
    callback = function(event)
      if not vim.api.nvim_buf_is_valid(window.buf) then return vim.api.nvim_del_autocmd(id) end
      local is_story = event.buf == window.story
      if is_story and #copydesk.clients(window.story) > 0 then read(window) end
    end,
  })
end

--- Opens the ledger of the story in buffer `story` (the current one where none is given).
function M.open(story)
  local window = { story = story and story ~= 0 and story or vim.api.nvim_get_current_buf() }
  if not copydesk.client_or_say(window.story) then return end
  make_buffer(window)
  read(window, function()
    open_window(window)
    follow(window)
  end)
end

return M
