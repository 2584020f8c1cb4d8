-- How Neovim 0.11 or later runs copydesk: `vim.lsp.enable('copydesk')`.
--
-- This file needs nothing beside it: copied into `lsp/` of one's own configuration, it is enough.
-- `vim.lsp.config('copydesk', { ... })` changes what stands here; `:help copydesk-settings` has examples.

local SETTINGS_FILE = 'copydesk.toml'

--- The newsroom's folder: the nearest with a copydesk.toml, or else the repository; nil for a draft that is in neither.
local function newsroom(path)
  return vim.fs.root(path, SETTINGS_FILE) or vim.fs.root(path, '.git')
end

return {
  cmd = { 'copydesk', 'lsp' },
  -- The first five are what drafts are written in. Of TOML files only the newsroom's settings are wanted.
  filetypes = { 'markdown', 'text', 'html', 'mail', 'asciidoc', 'toml' },
  root_dir = function(bufnr, on_dir)
    local path = vim.api.nvim_buf_get_name(bufnr)
    if vim.bo[bufnr].filetype == 'toml' and vim.fs.basename(path) ~= SETTINGS_FILE then return end
    on_dir(path ~= '' and newsroom(path) or nil)
  end,
  on_exit = function(code, signal)
    -- Present with the whole plugin only.
    local found, revive = pcall(require, 'copydesk.revive')
    if found then revive.after(code, signal) end
  end,
}
