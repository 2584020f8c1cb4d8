-- Drives the server in a real, headless Neovim: attach, diagnostics, an edit, hover, a code action, a rename, a clean exit.
--
--   DRAFT=draft.md SERVER=path/to/copydesk nvim --headless --clean -u NONE -i NONE -n -l neovim.lua
--
-- Prints what happened as one JSON object; the exit code is 1 where something did not happen in time.
local WAIT = 60000
local told = {}

local function finish(code)
  io.stdout:write(vim.json.encode(told), '\n')
  io.stdout:flush()
  vim.cmd('cquit ' .. code)
end

local function wait_for(what, is_so)
  if not vim.wait(WAIT, is_so, 10) then
    told.error = 'not in time: ' .. what
    finish(1)
  end
end

vim.cmd('filetype on')
vim.cmd.edit(vim.fn.fnameescape(vim.fn.fnamemodify(vim.env.DRAFT, ':p')))
local buf = vim.api.nvim_get_current_buf()

vim.lsp.config('copydesk', {
  cmd = { vim.env.SERVER, 'lsp' },
  filetypes = { 'markdown', 'text', 'html' },
  root_markers = { 'copydesk.toml', '.git' },
})
vim.lsp.enable('copydesk')
vim.api.nvim_exec_autocmds('FileType', { buffer = buf })

local client
wait_for('the client attaches', function()
  client = vim.lsp.get_clients({ bufnr = buf, name = 'copydesk' })[1]
  return client and client.initialized
end)
told.encoding = client.offset_encoding

local function diagnostics()
  local found = vim.tbl_map(function(d)
    local text = vim.api.nvim_buf_get_text(buf, d.lnum, d.col, d.end_lnum, d.end_col, {})
    return { code = d.code, text = table.concat(text, '\n') }
  end, vim.diagnostic.get(buf))
  table.sort(found, function(a, b) return a.code .. a.text < b.code .. b.text end)
  return found
end

local function count_is(count)
  return function() return #vim.diagnostic.get(buf) == count end
end

local function put_cursor_on(words)
  for row, line in ipairs(vim.api.nvim_buf_get_lines(buf, 0, -1, false)) do
    local column = line:find(words, 1, true)
    if column then return vim.api.nvim_win_set_cursor(0, { row, column - 1 }) end
  end
  told.error = 'not in the draft: ' .. words
  finish(1)
end

local function ask(method, params)
  local answer = client:request_sync(method, params, WAIT, buf)
  if not answer or answer.err then
    told.error = method .. ': ' .. vim.inspect(answer and answer.err)
    finish(1)
  end
  return answer.result
end

local function text() return table.concat(vim.api.nvim_buf_get_lines(buf, 0, -1, false), '\n') end

wait_for('the first diagnostics', count_is(2))
told.first = diagnostics()

-- An edit as Neovim itself sends it.
put_cursor_on('6 from Ellery')
vim.api.nvim_buf_set_lines(buf, -1, -1, false, { '', 'Residents counted 77 calls, and TK more.' })
wait_for('the diagnostics of the edit', count_is(3))
told.edited = diagnostics()

put_cursor_on('4,200 tons')
local hover = ask('textDocument/hover', vim.lsp.util.make_position_params(0, client.offset_encoding))
told.hover = hover.contents.value

put_cursor_on('14 dockers')
vim.lsp.buf.code_action({ apply = true, filter = function(action) return action.title:find('13', 1, true) ~= nil end })
wait_for('the code action is applied', function() return text():find('13 dockers', 1, true) ~= nil end)
wait_for('the diagnostics of the fixed total', count_is(2))
told.fixed = diagnostics()

put_cursor_on('Magda Orli')
vim.lsp.buf.rename('Marta Orlov')
wait_for('the rename is applied', function() return text():find('Marta Orlov', 1, true) ~= nil end)
told.renamed = { old = select(2, text():gsub('Orlić', '')), new = select(2, text():gsub('Orlov', '')) }

local code
client._on_exit_cbs = client._on_exit_cbs or {}
table.insert(client._on_exit_cbs, function(exit) code = exit end)
client:stop()
wait_for('the server ends', function() return vim.lsp.get_client_by_id(client.id) == nil end)
told.exit = code
finish(0)
