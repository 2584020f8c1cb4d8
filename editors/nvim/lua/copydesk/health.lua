--- `:checkhealth copydesk`: what stands between a draft and the desk, and what to do about it.
local M = {}

local copydesk = require('copydesk')
local health = vim.health

local function check_editor()
  health.start('copydesk: Neovim')
  if vim.fn.has('nvim-0.11') == 1 then
    health.ok('Neovim ' .. tostring(vim.version()))
  elseif vim.fn.has('nvim-0.10') == 1 then
    health.ok("Neovim 0.10: start the server with require('copydesk').setup()")
  else
    health.error('Neovim is too old', { 'Install Neovim 0.10 or later; 0.11 is better.' })
  end
end

local function check_server()
  health.start('copydesk: server')
  local program = copydesk.program()
  local path = vim.fn.exepath(program)
  if path == '' then
    return health.error(("there is no program '%s'"):format(program), {
      "In copydesk's folder: cargo install --locked --path .",
      "Or name it: vim.lsp.config('copydesk', { cmd = { '/where/it/is/copydesk', 'lsp' } })",
    })
  end
  local said = vim.fn.system({ path, '--version' })
  if vim.v.shell_error ~= 0 then return health.error(('%s does not run: %s'):format(path, vim.trim(said))) end
  health.ok(('%s (%s)'):format(path, vim.trim(said)))
end

--- Drafts that are open now, `:checkhealth`'s own window aside.
local function check_drafts()
  health.start('copydesk: drafts')
  local clients = copydesk.clients()
  if not copydesk.is_enabled() then
    health.warn('copydesk is not enabled', { "Put vim.lsp.enable('copydesk') into init.lua." })
  elseif #clients == 0 then
    health.info('no draft is open: markdown, text, html, mail and asciidoc are read')
  end
  for _, client in ipairs(clients) do
    for bufnr in pairs(client.attached_buffers) do
      health.ok(('reads %s, columns in %s'):format(vim.api.nvim_buf_get_name(bufnr), client.offset_encoding))
    end
    local root = client.root_dir
    local settings = root and vim.fs.find('copydesk.toml', { path = root, upward = true })[1]
    health.info(settings and ('settings: ' .. settings) or "settings: the defaults; 'copydesk init' writes a copydesk.toml")
  end
  if not vim.diagnostic.is_enabled() then
    health.warn('diagnostics are switched off', { 'vim.diagnostic.enable(true)' })
  end
end

function M.check()
  check_editor()
  check_server()
  check_drafts()
end

return M
