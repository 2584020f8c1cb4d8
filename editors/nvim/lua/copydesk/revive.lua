--- Brings a server back that has ended by itself, a few times at most.
local M = {}

local TIMES = 4
local WITHIN_MS = 180 * 1000

--- When servers have ended, in milliseconds.
local ends = {}

local function has_been_too_often()
  local now = vim.uv.now()
  ends = vim.tbl_filter(function(at) return now - at < WITHIN_MS end, ends)
  table.insert(ends, now)
  return #ends > TIMES
end

--- To be called when a server has ended: with 0 and 0 it was asked to.
function M.after(code, signal)
  local was_asked = code == 0 and signal == 0
  if was_asked or vim.v.exiting ~= vim.NIL then return end
  vim.schedule(function()
    local copydesk = require('copydesk')
    if not copydesk.is_enabled() then return end
    if has_been_too_often() then
      return copydesk.say('the server keeps ending; :CopydeskRestart tries again', vim.log.levels.ERROR)
    end
    -- One turn later, when Neovim has let go of the client that is gone.
    vim.schedule(copydesk.start)
  end)
end

--- Counts from the beginning again.
function M.forget() ends = {} end

return M
