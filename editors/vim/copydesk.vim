" copydesk under Vim's ALE: the desk's questions in the location list and the margin.
" Source this file from vimrc, or put it into ~/.vim/plugin/.
function! s:newsroom(buffer) abort
  let l:settings = ale#path#FindNearestFile(a:buffer, 'copydesk.toml')
  return fnamemodify(empty(l:settings) ? bufname(a:buffer) : l:settings, ':p:h')
endfunction

for s:language in ['markdown', 'text', 'html', 'mail', 'asciidoc']
  call ale#linter#Define(s:language, {
  \   'name': 'copydesk',
  \   'lsp': 'stdio',
  \   'executable': 'copydesk',
  \   'command': '%e lsp',
  \   'language': s:language,
  \   'project_root': function('s:newsroom'),
  \})
endfor

" ALE checks no plain text unless it is told to.
let g:ale_linters = extend(get(g:, 'ale_linters', {}), {'text': ['copydesk']}, 'keep')
