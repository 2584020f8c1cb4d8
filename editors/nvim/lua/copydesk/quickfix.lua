--- What the desk asks, as the quickfix list: each finding, and under it the other places that it speaks of.
local M = {}

local copydesk = require('copydesk')
local TYPES = { 'E', 'W', 'I', 'N' }

--- The quickfix entry for a place that the server named.
local function entry(place, encoding, text, type)
  local item = vim.lsp.util.locations_to_items({ place }, encoding)[1]
  if not item then return nil end
  return vim.tbl_extend('force', item, { text = text, type = type })
end

local function entries_of(uri, diagnostics, encoding)
  local entries = {}
  for _, found in ipairs(diagnostics) do
    local question = vim.split(found.message, '\n')[1]
    table.insert(entries, entry({ uri = uri, range = found.range }, encoding, ('%s [%s]'):format(question, found.code), TYPES[found.severity]))
    for _, other in ipairs(found.relatedInformation or {}) do
      table.insert(entries, entry(other.location, encoding, '    ' .. other.message, 'I'))
    end
  end
  return entries
end

local function show(entries, title)
  vim.fn.setqflist({}, ' ', { title = 'copydesk: ' .. title, items = entries })
  if #entries == 0 then
    vim.cmd('cclose')
    return copydesk.say('nothing to ask about ' .. title)
  end
  vim.cmd('botright copen')
end

--- Lists the findings of the story in the current buffer.
function M.story()
  local bufnr = vim.api.nvim_get_current_buf()
  local client = copydesk.client_or_say(bufnr)
  if not client then return end
  local uri = vim.uri_from_bufnr(bufnr)
  copydesk.request(client, 'textDocument/diagnostic', { textDocument = { uri = uri } }, function(err, report)
    if err then return copydesk.say(err.message, vim.log.levels.ERROR) end
    show(entries_of(uri, report.items or {}, client.offset_encoding), vim.fs.basename(vim.uri_to_fname(uri)))
  end, bufnr)
end

--- Lists the findings of every draft in the newsroom's folder.
function M.folder()
  local client = copydesk.client_or_say(vim.api.nvim_get_current_buf())
  if not client then return end
  copydesk.request(client, 'workspace/diagnostic', { previousResultIds = {} }, function(err, report)
    if err then return copydesk.say(err.message, vim.log.levels.ERROR) end
    local entries = {}
    for _, draft in ipairs(report.items) do
      vim.list_extend(entries, entries_of(draft.uri, draft.items or {}, client.offset_encoding))
    end
    show(entries, client.root_dir and vim.fs.basename(client.root_dir) or 'the open drafts')
  end)
end

return M
