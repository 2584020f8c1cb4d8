-- The commands. What they do is loaded when they are first used.

if vim.g.loaded_copydesk then return end
vim.g.loaded_copydesk = true

local command = vim.api.nvim_create_user_command

command('CopydeskLedger', function() require('copydesk.ledger').open() end, { desc = 'who says what in this story' })

command('CopydeskQuickfix', function(given)
  local quickfix = require('copydesk.quickfix')
  if given.bang then quickfix.folder() else quickfix.story() end
end, { bang = true, desc = 'what the desk asks, as a list; with ! of every draft in the folder' })

command('CopydeskRestart', function() require('copydesk').restart() end, { desc = 'end the server and start it anew' })

-- A click on the counts above a story opens its ledger, rather than having the server print it.
vim.lsp.commands['copydesk.ledger'] = function(clicked)
  local uri = clicked.arguments and clicked.arguments[1] and clicked.arguments[1].uri
  require('copydesk.ledger').open(uri and vim.uri_to_bufnr(uri) or nil)
end
