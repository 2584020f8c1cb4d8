--- Starts copydesk where `vim.lsp.enable` is not there yet (Neovim 0.10), and does the same as it elsewhere.
local M = {}

local HAS_ENABLE = vim.fn.has('nvim-0.11') == 1
local GROUP = 'copydesk'

--- What `vim.lsp.config` would have put together, for Neovim 0.10.
local config

--- The clients that run copydesk, here for one buffer or for all.
function M.clients(bufnr)
  return vim.lsp.get_clients({ bufnr = bufnr, name = 'copydesk' })
end

--- A draft that was opened before its newsroom had settings shares its server with them.
local function may_share(client, other)
  return client.name == other.name and (client.root_dir == nil or client.root_dir == other.root_dir)
end

local function start(bufnr)
  if not config or vim.bo[bufnr].buftype ~= '' or not vim.tbl_contains(config.filetypes, vim.bo[bufnr].filetype) then
    return
  end
  config.root_dir(bufnr, function(root)
    local here = vim.tbl_extend('force', config, { name = 'copydesk' })
    here.root_dir = root
    vim.lsp.start(here, { bufnr = bufnr, reuse_client = may_share })
  end)
end

local function start_everywhere()
  if HAS_ENABLE then return vim.lsp.enable('copydesk') end
  for _, bufnr in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(bufnr) then start(bufnr) end
  end
end

--- Starts copydesk for every draft that is opened from here on, and for those that are open.
--- `options` are those of `vim.lsp.config`: `cmd`, `filetypes`, `settings` and so on.
function M.setup(options)
  if HAS_ENABLE then
    vim.lsp.config('copydesk', options or {})
    return vim.lsp.enable('copydesk')
  end
  local file = assert(vim.api.nvim_get_runtime_file('lsp/copydesk.lua', false)[1], 'copydesk: lsp/copydesk.lua is missing')
  config = vim.tbl_deep_extend('force', dofile(file), options or {})
  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup(GROUP, {}),
    callback = function(event) start(event.buf) end,
  })
  start_everywhere()
end

--- Whether drafts are to have a server.
function M.is_enabled()
  if not HAS_ENABLE then return config ~= nil end
  -- Neovim 0.11.0 cannot say.
  return not vim.lsp.is_enabled or vim.lsp.is_enabled('copydesk')
end

--- The program that is run as the server.
function M.program()
  local cmd = ((HAS_ENABLE and vim.lsp.config.copydesk or config) or {}).cmd
  return type(cmd) == 'table' and cmd[1] or 'copydesk'
end

--- Starts a server for every open draft that has none.
M.start = start_everywhere

--- Ends the servers and starts them anew.
function M.restart()
  require('copydesk.revive').forget()
  local leaving = M.clients()
  for _, client in ipairs(leaving) do
    if HAS_ENABLE then client:stop() else client.stop() end
  end
  local function have_left()
    return #vim.tbl_filter(function(client) return vim.lsp.get_client_by_id(client.id) ~= nil end, leaving) == 0
  end
  vim.wait(3000, have_left, 10)
  start_everywhere()
end

--- Sends a request to a client; Neovim 0.11 made methods of its functions.
function M.request(client, method, params, handler, bufnr)
  if HAS_ENABLE then return client:request(method, params, handler, bufnr) end
  return client.request(method, params, handler, bufnr)
end

--- Says something to the user.
function M.say(message, level)
  vim.notify('copydesk: ' .. message, level or vim.log.levels.INFO)
end

--- The client of a draft, or nil with a word on what to do.
function M.client_or_say(bufnr)
  local client = M.clients(bufnr)[1]
  if not client then M.say('no server reads this file; :checkhealth copydesk says why', vim.log.levels.WARN) end
  return client
end

return M
